using System.Globalization;
using System.Text;
using Claque.Conformance;
using Claque.Reading;

namespace Claque.Cli.Detecting;

/// <summary>Reads a plain table of shares row by row, repeats and rows without an object included, as the established tools see it.</summary>
internal static class PlainShares
{
    /// <summary>Number of clock steps there are.</summary>
    public static readonly int Steps = Enum.GetValues<TimePrecision>().Length;

    /// <summary>The shares in the order of the file, none when the file has no object column; and the clock step of most of them.</summary>
    public static (Shares Shares, TimePrecision Clock) Read(FilePosts file, CancellationToken stop)
    {
        var shares = new Shares();
        var steps = new long[Steps];
        file.ReadAll(post =>
        {
            steps[(int)post.Precision]++;
            if (!post.IsGiven(PostList.Objects)) return;
            var id = post.Has(PostField.Id) ? post[PostField.Id] : Encoding.UTF8.GetBytes("line " + post.Line.ToString(CultureInfo.InvariantCulture));
            var any = false;
            for (var i = 0; i < post.CountOf(PostList.Objects); i++)
            {
                if (post.ColumnOf(PostList.Objects, i).Length > 0) continue;
                any = true;
                shares.Add(post.ValueOf(PostList.Objects, i), post[PostField.Account], id, post.TimeUs);
            }

            if (!any) shares.Add([], post[PostField.Account], id, post.TimeUs);
        }, stop);
        var clock = Median(steps);
        return (shares, file.CoarserClock is { } coarser && coarser > clock ? coarser : clock);
    }

    /// <summary>The clock step that at least half of the times have or are finer than.</summary>
    /// <param name="steps">Number of times with each clock step.</param>
    public static TimePrecision Median(ReadOnlySpan<long> steps)
    {
        long total = 0, seen = 0;
        foreach (var count in steps) total += count;
        for (var step = 0; step < steps.Length; step++)
            if ((seen += steps[step]) * 2 >= total) return (TimePrecision)step;
        return default;
    }
}
