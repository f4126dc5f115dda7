using System.Collections.Immutable;

namespace Claque.TextEvidence;

/// <summary>Which accounts and pairs are tested, and the chance of what they have in common: from what each account published by itself.</summary>
internal sealed class TextTests
{
    private readonly TextKinds _kinds;
    private readonly TextEvidenceOptions _options;
    private readonly int[] _testable = new int[TextKinds.Count];
    private readonly int _testableInBoth;
    private readonly double[] _allTexts;

    public TextTests(TextKinds kinds, TextEvidenceOptions options)
    {
        (_kinds, _options) = (kinds, options);
        for (var account = 0; account < kinds.Accounts; account++)
        {
            for (var kind = 0; kind < TextKinds.Count; kind++) _testable[kind] += IsTested(account, kind) ? 1 : 0;
            _testableInBoth += IsTested(account, 0) && IsTested(account, 1) ? 1 : 0;
        }

        _allTexts = [.. kinds.Margins.Select(margins => margins.Sum(texts => (double)texts))];
    }

    /// <summary>Accounts that are part of a test.</summary>
    public int Accounts => _testable.Sum() - _testableInBoth;

    /// <summary>Pairs of accounts that could have enough texts of one kind in common.</summary>
    public double Pairs => Two(_testable[0]) + Two(_testable[1]) - Two(_testableInBoth);

    /// <summary>True when an account has enough texts of a kind.</summary>
    public bool IsTested(int account, int kind) => _kinds.Margins[kind][account] >= _options.MinTexts;

    /// <summary>Accounts with which an account is tested.</summary>
    public int Partners(int account) => (IsTested(account, 0), IsTested(account, 1)) switch
    {
        (true, true) => Accounts - 1,
        (true, false) => _testable[0] - 1,
        _ => _testable[1] - 1,
    };

    /// <summary>Pairs of one text of each account that could be the same.</summary>
    public double Possible(int a, int b, int kind) => (double)_kinds.Margins[kind][a] * _kinds.Margins[kind][b];

    /// <summary>Pairs of one text of the account and one of anybody else that could be the same.</summary>
    public double Possible(int account, int kind) =>
        _kinds.Margins[kind][account] * (_allTexts[kind] - _kinds.Margins[kind][account]);

    /// <summary>The chance that independent people have at least so many texts in common.</summary>
    /// <param name="common">Texts in common.</param>
    /// <param name="possible">Pairs of texts that could be the same.</param>
    /// <param name="kind">The kind of text.</param>
    /// <param name="own">The corpus's own rate per kind.</param>
    public double Chance(int common, double possible, int kind, ImmutableArray<double> own) =>
        common < _options.MinTexts
            ? 1
            : Math.Max(
                _options.BaseRate.UpperTail(common, _options.BaseRate.Of(kind) * possible),
                BaseRate.PoissonTail(common, own[kind] * possible));

    private static double Two(double accounts) => .5 * accounts * (accounts - 1);
}
