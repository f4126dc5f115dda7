using System.Globalization;
using Claque.Cases;
using Microsoft.AspNetCore.Http;

namespace Claque.Web;

/// <summary>What the address of a page asks for.</summary>
internal static class Asked
{
    /// <summary>A word of the query; empty when it is not there.</summary>
    public static string Text(this HttpRequest request, string name) => request.Query[name].ToString();

    /// <summary>A whole number of the query.</summary>
    /// <exception cref="Refused">It is something else.</exception>
    public static long Whole(this HttpRequest request, string name, long otherwise) => request.Text(name) switch
    {
        "" => otherwise,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new Refused(StatusCodes.Status400BadRequest, $"{name}={text} is not a whole number."),
    };

    /// <summary>A number of the query; null when it is not there.</summary>
    /// <exception cref="Refused">It is something else.</exception>
    public static double? Amount(this HttpRequest request, string name) => request.Text(name) switch
    {
        "" => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        var text => throw new Refused(StatusCodes.Status400BadRequest, $"{name}={text} is not a number."),
    };

    /// <summary>A moment of the query in µs since 1970; null when it is not there.</summary>
    /// <exception cref="Refused">It is not ISO 8601.</exception>
    public static long? MomentUs(this HttpRequest request, string name) => request.Text(name) switch
    {
        "" => null,
        var text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) =>
            (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond,
        var text => throw new Refused(StatusCodes.Status400BadRequest, $"{name}={text} is not a time. Write it as ISO 8601, such as 2024-05-01T08:00:00Z."),
    };

    /// <summary>The run that the page is about: that of ?run=, else the last; null when the case has none.</summary>
    /// <exception cref="Refused">The case has no such run.</exception>
    public static RunView? Run(this HttpRequest request, CaseFile file)
    {
        var runs = file.Runs();
        if (request.Text("run").Length == 0) return runs is [.., var last] ? last : null;
        var number = request.Whole("run", 0);
        return runs.FirstOrDefault(run => run.Number == number) ?? throw Refused.NotFound($"The case has no run {number}; it has {runs.Length}.");
    }

    /// <summary>The run that the page is about, which cannot do without.</summary>
    /// <exception cref="Refused">The case has none.</exception>
    public static RunView RequiredRun(this HttpRequest request, CaseFile file) =>
        request.Run(file) ?? throw Refused.NotFound("Nothing was detected in this case yet. Detect first.");

    /// <summary>A page of a list that lies in memory: its items and where the next page begins.</summary>
    public static (IReadOnlyList<T> Items, string? Next) Page<T>(this HttpRequest request, IReadOnlyList<T> all, int size)
    {
        var from = (int)Math.Clamp(request.Whole("after", 0), 0, all.Count);
        var to = Math.Min(all.Count, from + size);
        return ([.. all.Skip(from).Take(to - from)], to < all.Count ? to.ToString(CultureInfo.InvariantCulture) : null);
    }
}
