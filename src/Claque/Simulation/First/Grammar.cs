using System.Text;
using Claque.Statistics;

namespace Claque.Simulation.First;

/// <summary>
/// Writes texts by rules: one symbol a line, <c>symbol: this | or that [other] words</c>. A bracketed symbol is replaced by one
/// of its alternatives, all equally likely; a repeated alternative is likelier.
/// </summary>
internal sealed class Grammar
{
    private readonly List<(string Words, int Symbol)[][]> _rules = [];
    private readonly Dictionary<string, int> _symbols = [];

    public Grammar(string rules)
    {
        var lines = rules.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines) _symbols.Add(line[..line.IndexOf(':')], _symbols.Count);
        foreach (var line in lines)
        {
            var alternatives = line[(line.IndexOf(':') + 1)..].Split('|', StringSplitOptions.TrimEntries);
            _rules.Add([.. alternatives.Select(Parse)]);
        }
    }

    /// <summary>True when the rules know the symbol.</summary>
    public bool Knows(string symbol) => _symbols.ContainsKey(symbol);

    /// <summary>A text for the symbol.</summary>
    public string Write(string symbol, Pcg32 random)
    {
        var text = new StringBuilder(120);
        Write(_symbols[symbol], random, text);
        AgreeArticles(text);
        return text.ToString();
    }

    /// <summary>The same text each time for one symbol and number: what people repeat word for word.</summary>
    public string Stock(string symbol, int number) => Write(symbol, new Pcg32((ulong)number * 7919 + 13, (ulong)_symbols[symbol]));

    private void Write(int symbol, Pcg32 random, StringBuilder text)
    {
        var alternatives = _rules[symbol];
        foreach (var (words, next) in alternatives[random.Next(alternatives.Length)])
        {
            text.Append(words);
            if (next >= 0) Write(next, random, text);
        }
    }

    /// <summary>Makes "a oven" into "an oven".</summary>
    private static void AgreeArticles(StringBuilder text)
    {
        for (var i = 2; i < text.Length - 1; i++)
        {
            if (text[i - 1] != ' ' || text[i - 2] is not ('a' or 'A') || (i > 2 && text[i - 3] != ' ')) continue;
            if (text[i] is 'a' or 'e' or 'i' or 'o' || (text[i] == 'u' && text[i + 1] is 'm' or 'p')) text.Insert(i - 1, 'n');
        }
    }

    private (string Words, int Symbol)[] Parse(string alternative)
    {
        var parts = new List<(string, int)>();
        var rest = alternative.AsSpan();
        while (rest.IndexOf('[') is >= 0 and var open)
        {
            var close = rest.IndexOf(']');
            parts.Add((rest[..open].ToString(), _symbols[rest[(open + 1)..close].ToString()]));
            rest = rest[(close + 1)..];
        }

        if (!rest.IsEmpty) parts.Add((rest.ToString(), -1));
        return [.. parts];
    }
}
