namespace Claque.TextEvidence;

/// <summary>Texts with a link and texts without, which independent people have in common at very different rates; and who has how many.</summary>
internal sealed class TextKinds
{
    /// <summary>Number of kinds: 0 without a link, 1 with one.</summary>
    public const int Count = 2;

    private readonly bool[] _linked;

    public TextKinds(TextPool pool, SameTexts texts, TextClass[] classes)
    {
        _linked = new bool[texts.Count];
        Margins = [new int[pool.Accounts.Count], new int[pool.Accounts.Count]];
        for (var text = 0; text < texts.Count; text++)
        {
            if (classes[text].IsSetAside) continue;
            var links = 0;
            foreach (var use in texts.Uses(text)) links += pool.Uses[use].HasLink ? 1 : 0;
            _linked[text] = 2 * links >= texts.Uses(text).Length;
            foreach (var account in texts.Publishers(text)) Margins[Of(text)][account]++;
        }
    }

    /// <summary>Number of accounts.</summary>
    public int Accounts => Margins[0].Length;

    /// <summary>Per kind and account: different texts that could have counted.</summary>
    public int[][] Margins { get; }

    /// <summary>True when at least half of the posts with the text have a link.</summary>
    public bool IsLinked(int text) => _linked[text];

    /// <summary>The kind of a text.</summary>
    public int Of(int text) => _linked[text] ? 1 : 0;

    /// <summary>Different texts of an account that could have counted, of both kinds.</summary>
    public int Texts(int account) => Margins[0][account] + Margins[1][account];
}
