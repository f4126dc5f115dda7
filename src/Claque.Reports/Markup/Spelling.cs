using System.Globalization;

namespace Claque.Reports.Markup;

/// <summary>Takes an untrusted text apart into what may be shown as it is and what must be shown as a code.</summary>
internal interface ISpelling
{
    /// <summary>A character to be shown as it is, with both halves of a surrogate pair.</summary>
    void Visible(ReadOnlySpan<char> character);

    /// <summary>Something to be shown by its name: <c>U+202E</c>, <c>U+200B ×3</c>, <c>+12 marks</c>.</summary>
    void Code(string name);
}

/// <summary>Walks over untrusted texts.</summary>
internal static class Spelling
{
    /// <summary>Marks on one letter that are written out; further ones are counted instead.</summary>
    public const int MaxMarks = 5;

    /// <summary>Hands on every character, in order. A carriage return before a line feed is left out.</summary>
    public static void Walk<T>(ReadOnlySpan<char> text, T to)
        where T : ISpelling
    {
        var (before, marks) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var code = Invisible.CodePoint(text, i, out var length, out var broken);
            if (code == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
                continue;
            }

            var next = i + length;
            var after = next < text.Length ? Invisible.CodePoint(text, next, out _, out _) : 0;
            marks = Invisible.IsStacking(code) ? marks + 1 : 0;
            if (marks > MaxMarks)
            {
                var last = Repeats(text, i, Invisible.IsStacking);
                to.Code("+" + last.Count.ToString(CultureInfo.InvariantCulture) + " marks");
                next = last.End;
            }
            else if (broken || Invisible.IsShown(code, before, after))
            {
                var last = Repeats(text, i, other => other == code);
                to.Code(Name(code) + (last.Count > 1 ? " ×" + last.Count.ToString(CultureInfo.InvariantCulture) : ""));
                next = last.End;
            }
            else
            {
                to.Visible(text.Slice(i, length));
            }

            (before, i) = (code, next);
        }
    }

    private static string Name(int code) => "U+" + code.ToString("X4", CultureInfo.InvariantCulture);

    private static (int Count, int End) Repeats(ReadOnlySpan<char> text, int start, Func<int, bool> same)
    {
        var (count, end) = (0, start);
        while (end < text.Length && same(Invisible.CodePoint(text, end, out var length, out _))) (count, end) = (count + 1, end + length);
        return (count, end);
    }
}
