using System.Collections.Immutable;

namespace Claque.Reading;

/// <summary>How a file of posts is to be read. Everything may be left out: what is left out is recognised.</summary>
public sealed record ReadOptions
{
    /// <summary>The fields that <see cref="Map"/> may name, in the order in which they are shown.</summary>
    public static readonly ImmutableArray<string> Fields =
    [
        MapFields.Id, MapFields.Account, MapFields.Handle, MapFields.Name, MapFields.Time, MapFields.Clock, MapFields.Text, MapFields.Link,
        MapFields.Reshare, MapFields.Reply, MapFields.Quote, MapFields.Hashtags, MapFields.Mentions, MapFields.Media,
        MapFields.Language, MapFields.Client, MapFields.Url, MapFields.Platform, MapFields.Object, MapFields.Type,
    ];

    /// <summary>Name of a format, one of <see cref="PostFiles.Formats"/>; null to recognise it.</summary>
    public string? Format { get; init; }

    /// <summary>
    /// Field → column, before anything recognised. A list field (link, hashtags, mentions, media, object) may come several times;
    /// an empty column leaves the field out.
    /// </summary>
    /// <exception cref="InputException">A field that does not exist.</exception>
    public ImmutableArray<KeyValuePair<string, string>> Map
    {
        get;
        init
        {
            field = value.IsDefault ? [] : value;
            foreach (var (name, _) in field)
                if (!Fields.Contains(name)) throw UnknownField(name);
        }
    }

    = [];

    /// <summary>Further columns whose values are compared between accounts, each as a behaviour of its own.</summary>
    public ImmutableArray<string> ObjectColumns { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>A .NET custom format that every time has to match, such as <c>d/M/yyyy H:mm</c>; null to recognise times.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Zone of times that carry none: an IANA name, <c>UTC</c>, or an offset such as <c>+02:00</c>. Null means UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Posts after this moment are rejected. Null: posts after the year 2100 are.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Column separator of a table: one character, or <c>comma</c>, <c>semicolon</c>, <c>tab</c>, <c>pipe</c>; null to find it.</summary>
    /// <exception cref="InputException">Not one of these.</exception>
    public string? Delimiter
    {
        get;
        init
        {
            if (value is not null) ParseDelimiter(value);
            field = value;
        }
    }

    /// <summary>Splits <c>account=user_id,time=created,text=body</c> into <see cref="Map"/>; a column name may hold a comma.</summary>
    /// <exception cref="InputException">A part without <c>=</c> or with an unknown field.</exception>
    public static ImmutableArray<KeyValuePair<string, string>> ParseMap(string map)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var part in map.Split(','))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? "" : part[..at].Trim();
            if (at >= 0 && Fields.Contains(name)) pairs.Add(new(name, part[(at + 1)..].Trim()));
            else if (pairs.Count > 0 && at < 0) pairs[^1] = new(pairs[^1].Key, pairs[^1].Value + "," + part);
            else if (part.Trim().Length > 0) throw at < 0 ? NoColumn(part.Trim()) : UnknownField(name);
        }

        return pairs.ToImmutable();
    }

    internal static byte ParseDelimiter(string value) => value switch
    {
        "comma" => (byte)',',
        "semicolon" => (byte)';',
        "tab" or "\\t" => (byte)'\t',
        "pipe" => (byte)'|',
        [var one] when one < 128 && one is not ('"' or '\n' or '\r') && !char.IsAsciiLetterOrDigit(one) => (byte)one,
        _ => throw new InputException($"The delimiter \"{value}\" is not one character. Use comma, semicolon, tab, pipe, or a single ASCII sign."),
    };

    private static InputException NoColumn(string part) =>
        new($"--map has \"{part}\", not field=column. Use for example --map account=user_id,time=created_at,text=body.");

    private static InputException UnknownField(string name)
    {
        var near = Spelling.Nearest(name, Fields);
        var hint = near is null ? "" : $" Did you mean '{near}'?";
        return new InputException($"--map names the field '{name}', which does not exist.{hint} Fields: {string.Join(", ", Fields)}.");
    }
}

/// <summary>The words of <c>--map</c>.</summary>
internal static class MapFields
{
    public const string Id = "id";
    public const string Account = "account";
    public const string Handle = "handle";
    public const string Name = "name";
    public const string Time = "time";
    public const string Clock = "clock";
    public const string Text = "text";
    public const string Link = "link";
    public const string Reshare = "reshare";
    public const string Reply = "reply";
    public const string Quote = "quote";
    public const string Hashtags = "hashtags";
    public const string Mentions = "mentions";
    public const string Media = "media";
    public const string Language = "language";
    public const string Client = "client";
    public const string Url = "url";
    public const string Platform = "platform";
    public const string Object = "object";
    public const string Type = "type";

    /// <summary>Fields that take several columns.</summary>
    public static bool TakesMany(string field) => field is Link or Hashtags or Mentions or Media or Object or Type;
}
