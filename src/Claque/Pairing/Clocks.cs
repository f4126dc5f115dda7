using System.Globalization;
using Claque.Reading;
using Claque.Tracing;

namespace Claque.Pairing;

/// <summary>Says which windows the clock of some data cannot support.</summary>
public static class Clocks
{
    /// <summary>Why a window cannot be used for a trace; empty when at least two of its acts have a clock fine enough.</summary>
    public static string Refusal(Corpus corpus, Trace trace, TimeSpan window)
    {
        var fine = 0L;
        var finest = TimePrecision.Day;
        foreach (var post in trace.Posts)
        {
            var precision = corpus.Posts.Precisions[post];
            if (precision < finest) finest = precision;
            if (precision.NarrowestWindow <= window && ++fine == 2) return "";
        }

        return trace.Count < 2
            ? ""
            : $"The times of {trace.Behaviour} are known only to the {finest.Word}: a window of {Seconds(window)} s cannot be used, {Seconds(finest.NarrowestWindow)} s or more can.";
    }

    private static string Seconds(TimeSpan window) => window.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
}
