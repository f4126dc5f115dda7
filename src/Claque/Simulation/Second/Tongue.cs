using System.Text;
using Claque.Statistics;

namespace Claque.Simulation.Second;

/// <summary>An invented language: words of syllables, used as often as rank allows, some in the company of others.</summary>
/// <remarks>Rank and frequency after Zipf and Mandelbrot.</remarks>
internal sealed class Tongue
{
    private const int Words = 5000;
    private static readonly string[] Openings = ["b", "br", "d", "f", "g", "gl", "h", "k", "kr", "l", "m", "n", "p", "pl", "r", "s", "sh", "st", "t", "tr", "v", "w", "y", "z", ""];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "ie"];
    private static readonly string[] Endings = ["", "", "", "n", "r", "l", "s", "m", "th", "k"];
    private readonly string[] _words = new string[Words];
    private readonly double[] _cumulative = new double[Words];
    private readonly string[] _banal = new string[60];

    private Tongue()
    {
        var random = new Pcg32(0x7a11, 77);
        var known = new HashSet<string>();
        var sum = 0.0;
        for (var rank = 0; rank < Words; rank++)
        {
            string word;
            do word = Invent(rank, random);
            while (!known.Add(word));
            _words[rank] = word;
            _cumulative[rank] = sum += 1 / Math.Pow(rank + 2.7, 1.05);
        }

        for (var i = 0; i < _banal.Length; i++) _banal[i] = Sentence(2 + i % 3, random);
    }

    /// <summary>The one language of the second world, the same for every seed.</summary>
    public static Tongue Common { get; } = new();

    /// <summary>A word.</summary>
    public string Word(Pcg32 random) => _words[Draw(random)];

    /// <summary>Different words with a space between, at most so many.</summary>
    public string Several(int most, Pcg32 random) => string.Join(' ', Enumerable.Range(0, most).Select(_ => Word(random)).Distinct());

    /// <summary>A post of one to three sentences; now and then one of the commonplaces.</summary>
    public string Post(Pcg32 random)
    {
        if (random.Chance(.08)) return _banal[random.Next(_banal.Length)];
        var text = Remark(random);
        for (var more = random.Next(3); more > 0; more--) text += " " + Remark(random);
        return text;
    }

    /// <summary>A sentence of ordinary length.</summary>
    public string Remark(Pcg32 random) => Sentence(3 + Math.Min(22, random.Poisson(random.TwoStep(7))), random) + (random.Chance(.2) ? "!" : ".");

    /// <summary>So many words, the first with a capital.</summary>
    public string Sentence(int length, Pcg32 random)
    {
        var text = new StringBuilder(length * 7);
        var word = -1;
        for (var i = 0; i < length; i++)
        {
            // One in three words is one of the three usual companions of the word before.
            word = word >= 0 && random.Chance(.33) ? (word * 31 + 7 * random.Next(3) + 11) % Words : Draw(random);
            if (i > 0) text.Append(i % 8 == 7 ? ", " : " ");
            text.Append(_words[word]);
        }

        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    /// <summary>The same sentence each time for one subject and number: what many repeat as it stands.</summary>
    public string Fixed(int subject, int number, int length) => Sentence(length, new Pcg32((ulong)number * 104_729 + 5, (ulong)subject + 900));

    /// <summary>Changes the words as much as the kind of edit says.</summary>
    public string Edit(string text, TextEdits edits, Pcg32 random)
    {
        if (edits == TextEdits.None) return text;
        var words = text.Split(' ').ToList();
        if (edits == TextEdits.Light) Slip(words, random);
        else Rewrite(words, random);
        return string.Join(' ', words);
    }

    /// <summary>Drops or doubles a word, shouts one, and adds a mark or a tag.</summary>
    private void Slip(List<string> words, Pcg32 random)
    {
        var at = random.Next(words.Count);
        if (words.Count > 9 && random.Chance(.5)) words.RemoveAt(at);
        else words[at] = words[at].ToUpperInvariant();
        if (random.Chance(.3)) words.Add("#" + Word(random));
        if (random.Chance(.3)) words[^1] += "!!";
    }

    /// <summary>Every sixth word is swapped for its neighbour in rank, every twelfth is left out, and a stretch changes places.</summary>
    private void Rewrite(List<string> words, Pcg32 random)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words.Count > 8 && random.Chance(1 / 12.0)) words.RemoveAt(i);
            else if (random.Chance(1 / 6.0)) words[i] = Neighbour(words[i]);
        }

        var (from, length) = (random.Next(words.Count / 2), Math.Min(3, words.Count / 3));
        var stretch = words.GetRange(from, length);
        words.RemoveRange(from, length);
        words.InsertRange(Math.Min(words.Count, from + 1 + random.Next(4)), stretch);
    }

    private string Neighbour(string word)
    {
        var at = Array.IndexOf(_words, word.Trim(',', '.', '!').ToLowerInvariant());
        return at < 0 ? word : _words[at ^ 1];
    }

    private int Draw(Pcg32 random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Math.Min(at < 0 ? ~at : at, Words - 1);
    }

    private static string Invent(int rank, Pcg32 random)
    {
        var word = new StringBuilder();
        for (var syllables = 1 + random.Next(rank < 80 ? 2 : 3) + (rank < 400 ? 0 : 1); syllables > 0; syllables--)
            word.Append(Openings[random.Next(Openings.Length)]).Append(Middles[random.Next(Middles.Length)]).Append(syllables == 1 ? Endings[random.Next(Endings.Length)] : "");
        return word.ToString();
    }
}
