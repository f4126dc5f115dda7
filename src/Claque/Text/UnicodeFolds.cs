using System.Globalization;
using System.Text;

namespace Claque.Text;

/// <summary>The table <c>unicode-folds.txt</c>: NFKC and case folds, orders of marks, and the pairs that compose.</summary>
internal sealed class UnicodeFolds
{
    private readonly Dictionary<(int First, int Second), int> _composed = [];
    private readonly Dictionary<int, (int First, int Second)> _parts = [];
    private readonly HashSet<int> _seconds = [];
    private readonly Dictionary<int, byte> _orders = [];

    private UnicodeFolds()
    {
    }

    /// <summary>Code points that become one other.</summary>
    public Dictionary<int, int> Single { get; } = [];

    /// <summary>Code points that become several: their place in <see cref="Sequences"/>.</summary>
    public Dictionary<int, int> Several { get; } = [];

    /// <summary>What those become.</summary>
    public List<int[]> Sequences { get; } = [];

    /// <summary>Reads the table that the program carries.</summary>
    public static UnicodeFolds Load()
    {
        using var stream = typeof(UnicodeFolds).Assembly.GetManifestResourceStream("Claque.Text.unicode-folds.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var folds = new UnicodeFolds();
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) section = line;
            else if (!line.StartsWith('#')) folds.Add(section, line.Split(' '));
        }

        return folds;
    }

    /// <summary>True when the code point may have to be ordered, or joined with the one before it.</summary>
    public bool MayCompose(int code) => _orders.ContainsKey(code) || _seconds.Contains(code) || Hangul.IsVowelOrTail(code);

    /// <summary>The canonical combining class; 0 for what stands by itself.</summary>
    public int Order(int code) => _orders.GetValueOrDefault(code);

    /// <summary>The two that a code point is composed of.</summary>
    public bool TryParts(int code, out (int First, int Second) parts) =>
        _parts.TryGetValue(code, out parts) || Hangul.TryParts(code, out parts);

    /// <summary>What two code points compose to.</summary>
    public bool TryCompose(int first, int second, out int composed) =>
        _composed.TryGetValue((first, second), out composed) || Hangul.TryCompose(first, second, out composed);

    private void Add(string section, string[] parts)
    {
        var (first, last, step) = Range(parts[0]);
        switch (section)
        {
            case "[folds]" when parts.Length == 2:
                var target = Hex(parts[1]);
                for (var code = first; code <= last; code += step) Single[code] = target + (code - first);
                break;
            case "[folds]":
                Several[first] = Sequences.Count;
                Sequences.Add([.. parts.Skip(1).Select(Hex)]);
                break;
            case "[order]":
                for (var code = first; code <= last; code++) _orders[code] = byte.Parse(parts[1]);
                break;
            case "[pairs]":
                _composed[(first, Hex(parts[1]))] = Hex(parts[2]);
                _parts[Hex(parts[2])] = (first, Hex(parts[1]));
                _seconds.Add(Hex(parts[1]));
                break;
        }
    }

    private static (int First, int Last, int Step) Range(string text)
    {
        var slash = text.IndexOf('/');
        var step = slash < 0 ? 1 : int.Parse(text.AsSpan(slash + 1));
        var ends = (slash < 0 ? text : text[..slash]).Split('-');
        return (Hex(ends[0]), Hex(ends[^1]), step);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber);
}

/// <summary>Korean syllables are composed by arithmetic (Unicode Standard, section 3.12).</summary>
internal static class Hangul
{
    private const int Syllables = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28, SyllableCount = LeadCount * VowelCount * TailCount;

    public static bool IsVowelOrTail(int code) => code is >= Vowels and < Vowels + VowelCount or > Tails and < Tails + TailCount;

    public static bool TryParts(int code, out (int First, int Second) parts)
    {
        var index = code - Syllables;
        parts = default;
        if (index is < 0 or >= SyllableCount) return false;
        var tail = index % TailCount;
        parts = tail != 0
            ? (code - tail, Tails + tail)
            : (Leads + index / (VowelCount * TailCount), Vowels + index / TailCount % VowelCount);
        return true;
    }

    public static bool TryCompose(int first, int second, out int composed)
    {
        composed = 0;
        if (first - Leads is >= 0 and < LeadCount && second - Vowels is >= 0 and < VowelCount)
            composed = Syllables + ((first - Leads) * VowelCount + second - Vowels) * TailCount;
        else if (first - Syllables is >= 0 and < SyllableCount && (first - Syllables) % TailCount == 0 && second - Tails is > 0 and < TailCount)
            composed = first + second - Tails;
        return composed != 0;
    }
}
