using System.Text.RegularExpressions;
using Claque.Articles.Lines;

namespace Claque.Articles.Extraction;

/// <summary>Finds comments where no box and no heading tells them apart: between their paragraphs the same short lines stand again and again.</summary>
/// <remarks>
/// Who wrote, when, and what can be done with it stands at every comment: <c>Ana, 3:29 PM</c>, <c>Reply</c>, <c>Report</c>. A group of short lines between two paragraphs
/// in which two such forms meet belongs to a thread; one form alone may be the speakers of a conversation. O(lines).
/// </remarks>
internal static partial class PageThread
{
    private const int LongestForm = 60, Least = 4, WidestGap = 3000, LeastText = 300, MostComments = 10;

    /// <summary>Where a thread begins among lines; their number when there is none.</summary>
    public static int Begin(List<PageLine> lines, int from)
    {
        var forms = lines.ConvertAll(line => line.IsProse || line.Size > LongestForm || !line.Text.Any(char.IsLetter) ? null : Form(line.Text));
        var repeated = forms.Skip(from).OfType<string>().CountBy(form => form).Where(form => form.Value >= Least).Select(form => form.Key).ToHashSet(StringComparer.Ordinal);
        var (begin, groups, gap) = (lines.Count, 0, 0);
        for (var end = lines.Count; end > from && gap <= WidestGap;)
        {
            var start = end;
            while (start > from && !lines[start - 1].IsProse) start--;
            if (forms[start..end].OfType<string>().Where(repeated.Contains).Distinct().Count() > 1) (begin, groups, gap) = (start, groups + 1, 0);
            end = start;
            for (; end > from && lines[end - 1].IsProse; end--) gap += groups == 0 ? 0 : lines[end - 1].Size;
        }

        return groups >= Least && Prose(lines[from..begin]) is var before and >= LeastText && Prose(lines[begin..]) <= MostComments * before ? begin : lines.Count;
    }

    private static int Prose(List<PageLine> lines) => lines.Where(line => line.IsProse).Sum(line => line.Size);

    /// <summary>A line with any number for a number: two times of day have one form.</summary>
    private static string Form(string text) => Number().Replace(LineForm.Fold(text), "#");

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
