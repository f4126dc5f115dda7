using System.Text;
using Claque.Statistics;

namespace Claque.Benchmarks;

/// <summary>Writes invented articles as JSON lines: words by Zipf's law with set phrases between them; one in fifty is an edited, cut copy.</summary>
internal sealed class ArticlesFile(int articles, int words, ulong seed)
{
    private const int Vocabulary = 60_000, Phrases = 20_000, CopyEvery = 50, KeptForCopies = 2_000;
    private readonly Pcg32 _random = new(seed, 11);
    private readonly double _logVocabulary = Math.Log(Vocabulary);

    /// <summary>Writes the file; the same seed gives the same bytes.</summary>
    public void Write(string path)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        foreach (var (text, number) in Texts().Select((text, number) => (text, number)))
            writer.Write($"{{\"id\":\"a{number}\",\"text\":\"{text}\"}}\n");
    }

    /// <summary>The texts in order.</summary>
    public IEnumerable<string> Texts()
    {
        var phrases = Enumerable.Range(0, Phrases).Select(_ => string.Join(' ', Enumerable.Range(0, 3 + _random.Next(4)).Select(_ => Word()))).ToArray();
        var earlier = new List<string[]>();
        for (var number = 0; number < articles; number++)
        {
            var text = number % CopyEvery == CopyEvery - 1 ? Copy(earlier[_random.Next(earlier.Count)]) : Fresh(phrases);
            if (earlier.Count < KeptForCopies) earlier.Add(text);
            else earlier[_random.Next(KeptForCopies)] = text;
            yield return string.Join(' ', text);
        }
    }

    private string[] Fresh(string[] phrases)
    {
        var text = new List<string>(words + 12);
        while (text.Count < words)
        {
            if (_random.Next(40) == 0) text.AddRange(phrases[_random.Next(Phrases)].Split(' '));
            else text.Add(_random.Next(12) == 0 ? Word() + "." : Word());
        }

        return [.. text];
    }

    private string[] Copy(string[] text)
    {
        var keep = text.Length / 2 + _random.Next(text.Length / 2);
        return [.. text.Take(keep).Where(_ => _random.Next(30) != 0).Select(word => _random.Next(30) == 0 ? Word() : word)];
    }

    // Rank by Zipf's law, spelt in syllables: frequent words are short.
    private string Word()
    {
        var rank = (int)Math.Exp(_random.NextDouble() * _logVocabulary);
        var word = new StringBuilder();
        for (var rest = rank; word.Length == 0 || rest > 0; rest /= 90) word.Append("bdfgklmnprstvz"[rest % 14]).Append("aeiou"[rest / 14 % 5]).Append(rest % 90 >= 70 ? "n" : "");
        return word.ToString();
    }
}
