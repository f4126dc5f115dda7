using Claque.Statistics;

namespace Claque.Simulation.First;

/// <summary>Changes a text as a member of a crew would, so that it is not the same letters again.</summary>
internal static class FirstEdits
{
    private static readonly string[] Tails = ["", "", "!", "!!", " …", " 🙏", " 👇", " #share", " Please share."];

    /// <summary>Words, and what can stand for each.</summary>
    private const string Table = """
        decided: settled, agreed
        paid: footed the bill, bled
        ask: tell, question
        gains: profits, wins
        fails: collapses, goes under
        promised: swore us, announced
        delivered: brought, gave us
        remember: recall, think of
        vote: support, trust
        first: to begin with, at first
        took: grabbed, stole
        now: today, this time
        soon: before long, shortly
        nobody: no one, not a soul
        permit: licence, stamp
        while: as, whilst
        argued: quarrelled, debated
        quietly: silently, secretly
        wrote: printed, spent
        about: on, regarding
        whole: entire, complete
        every: each, any
        only: just, merely
        old: aged, ancient
        small: little, tiny
        huge: giant, enormous
        behind: in back of, beyond
        lost: mislaid, dropped
        repaired: fixed, mended
        found: discovered, spotted
        broken: damaged, smashed
        cheap: low-priced, budget
        must: has to, needs to
        families: households, people
        money: cash, funds
        flooded: drowned, under water
        barrier: gate, wall
        council: chamber, councillors
        water: tide, flood
        close: shut, seal
        open: free, clear
        lie: fib, fairy tale
        truth: facts, real story
        night: evening, dark
        """;

    private static readonly Dictionary<string, string[]> Synonyms = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(", "));

    public static string Edit(string text, TextEdits edits, Pcg32 random) => edits switch
    {
        TextEdits.None => text,
        TextEdits.Light => Light(text, random),
        TextEdits.Paraphrase => Paraphrase(text, random),
        _ => throw new ArgumentOutOfRangeException(nameof(edits), edits, "Not a known kind of edit."),
    };

    private static string Light(string text, Pcg32 random)
    {
        var words = text.Split(' ').ToList();
        if (words.Count > 8 && random.NextDouble() < .6) words.RemoveAt(1 + random.Next(words.Count - 2));
        var plain = string.Join(' ', words);
        if (random.NextDouble() < .35) plain = plain.Replace(",", "").Replace(";", ".");
        if (random.NextDouble() < .25) plain = char.ToLowerInvariant(plain[0]) + plain[1..];
        return plain.TrimEnd('.') + (random.NextDouble() < .4 ? "." : Tails[random.Next(Tails.Length)]);
    }

    private static string Paraphrase(string text, Pcg32 random)
    {
        var kept = text.TrimEnd('.').Split(' ').Where((_, i) => i == 0 || random.NextDouble() > .1).Select(word => Swap(word, random));
        var clauses = string.Join(' ', kept).Split(", ");
        if (clauses.Length > 1 && random.NextDouble() < .5)
        {
            var at = random.Next(clauses.Length - 1);
            (clauses[at], clauses[at + 1]) = (clauses[at + 1], clauses[at]);
        }

        var moved = string.Join(", ", clauses).TrimEnd(',', ';', ':');
        return char.ToUpperInvariant(moved[0]) + moved[1..] + Tails[random.Next(Tails.Length)];
    }

    private static string Swap(string word, Pcg32 random)
    {
        var end = word.Length;
        while (end > 0 && !char.IsLetter(word[end - 1])) end--;
        if (!Synonyms.TryGetValue(word[..end].ToLowerInvariant(), out var others) || random.NextDouble() < .4) return word;
        return others[random.Next(others.Length)] + word[end..];
    }
}
