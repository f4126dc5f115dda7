using System.Globalization;

namespace Claque.Cases.Storage;

/// <summary>Moments as ISO 8601 texts in UTC, to the second.</summary>
internal static class Iso
{
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
