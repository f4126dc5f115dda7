using System.IO.Compression;
using System.Text.Json;
using Claque.Cases;
using Claque.Reports.Exhibits;
using Claque.Reports.Lineage;

namespace Claque.Web;

/// <summary>What was found among the articles, for other programs: tables, a graph of families, or all of it as JSON.</summary>
internal sealed class ArticleExport
{
    private readonly Shelf _shelf;
    private readonly ShownNames _names;
    private readonly Decided _decided;
    private readonly List<(KeptFamily Family, int Number)> _families;
    private readonly KeptLineage? _lineage;
    private readonly KeptPersonas? _personas;
    private readonly List<PersonaPair> _pairs;

    /// <summary>Gathers it.</summary>
    /// <param name="open">The case.</param>
    /// <param name="file">The case, for reading.</param>
    /// <param name="pseudonymise">True to replace bylines, and ids of articles by their numbers.</param>
    /// <param name="withDismissed">True to keep families and pairs that were dismissed.</param>
    public ArticleExport(OpenCaseFile open, CaseFile file, bool pseudonymise, bool withDismissed)
    {
        (_shelf, _names, _decided) = (open.Known.Shelf(file), ChosenFindings.Names(open, file, pseudonymise), new Decided(file.Decisions()));
        _lineage = ArticlePages.Lineage(open, file);
        _personas = PersonaPages.Kept(open, file);
        _families = [.. (_lineage?.Families ?? []).Select((family, at) => (family, at + 1)).Where(one => IsKept(one.family.Key))];
        _pairs = [.. (_personas?.Pairs ?? []).Where(pair => IsKept(pair.Key)).Select(Hidden)];

        bool IsKept(string key) => withDismissed || !_decided.Of(key).IsDismissed;
    }

    /// <summary>Tables in a zip file; none of what nobody has looked for.</summary>
    public void WriteTables(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "articles.csv", ["number", "id", "title", "outlet", "byline", "published", "precision", "words", "family", "url"], Articles());
        if (_lineage is not null)
        {
            Add(zip, "families.csv", ["key", "number", "title", "articles", "outlets", "first", "last", "earliest_seen", "directed", "undirected", "missing", "status", "tags"], Families());
            Add(zip, "ties.csv", ["family", "from", "to", "directed", "chance", "score", "relation", "reason", "evidence"], Ties());
        }

        if (_personas is null) return;
        Add(zip, "bylines.csv", ["byline", "articles", "words", "quoted_words", "shared_words", "other_words", "hands", "reason", "score"],
            _personas.Bylines.Select(Hidden).Select(row => (object?[])[row.Byline, row.Articles, row.Words, row.QuotedWords, row.SharedWords, row.OtherWords, row.Hands, row.Reason, row.Score]));
        Add(zip, "byline-pairs.csv", ["a", "b", "log_lr", "q", "verdict", "rival", "rival_to", "rival_log_lr", "words_a", "words_b", "topic", "reason", "status"],
            _pairs.Select(pair => (object?[])[pair.A, pair.B, pair.LogRatio, pair.Q, pair.Verdict, pair.Rival, pair.RivalTo, pair.RivalRatio, pair.WordsA, pair.WordsB, pair.Topic, pair.Reason, pair.Status]));
    }

    /// <summary>The families as GraphML.</summary>
    public void WriteGraph(Stream output) => new LineageGraph(
    [
        .. _families.Select(one => new GraphFamily(
            [.. one.Family.Members.Select(number => Hidden(_shelf.Link(number))).Select(link => new GraphArticle(link.Id, Label(link), link.Outlet, link.Byline, link.Published ?? ""))],
            [.. one.Family.Missing.Select(missing => _names.InSentence(missing.Name)).Distinct()],
            [.. one.Family.Edges.Select(edge => new GraphEdge(
                edge.From > 0 ? Id(edge.From) : _names.InSentence(edge.Missing), edge.From <= 0, Id(edge.To), edge.Directed, edge.Chance, edge.Score, _names.InSentence(edge.Reason), Evidence(edge)))])),
    ]).WriteGraphml(output);

    /// <summary>All of it as JSON.</summary>
    public void WriteJson(Stream output, string version) => JsonSerializer.Serialize(
        output,
        new ArticleExportFile(
            version, _names.AreHidden, [.. Enumerable.Range(1, _shelf.Articles.Count).Select(number => Hidden(_shelf.Link(number)))], _lineage?.Relations,
            _lineage is null ? null : [.. _families.Select(one => new ExportedFamily(Hidden(Row(one)), one.Family.Members, [.. one.Family.Edges.Select(Hidden)], [.. one.Family.Missing.Select(missing => missing with { Name = _names.InSentence(missing.Name), Reason = _names.InSentence(missing.Reason) })]))],
            _personas is null ? null : [.. _personas.Bylines.Select(Hidden)], _personas is null ? null : _pairs, _personas?.PairsMade),
        ContractJson.Default.ArticleExportFile);

    private static void Add(ZipArchive zip, string name, string[] columns, IEnumerable<object?[]> rows)
    {
        using var entry = zip.CreateEntry(name).Open();
        Table.Write(entry, columns, rows);
    }

    private IEnumerable<object?[]> Articles()
    {
        var familyOf = _families.SelectMany(one => one.Family.Members.Select(member => (member, one.Number))).ToDictionary(one => one.member, one => one.Number);
        return Enumerable.Range(1, _shelf.Articles.Count).Select(number => (Link: Hidden(_shelf.Link(number)), _shelf.Of(number).Url)).Select(one => (object?[])
        [
            one.Link.Number, one.Link.Id, one.Link.Title, one.Link.Outlet, one.Link.Byline, one.Link.Published ?? "", one.Link.Precision, _shelf.Words(one.Link.Number),
            familyOf.TryGetValue(one.Link.Number, out var family) ? family : null, _names.AreHidden ? "" : one.Url ?? "",
        ]);
    }

    private IEnumerable<object?[]> Families() => _families.Select(one => Hidden(Row(one))).Select(row => (object?[])
    [
        row.Key, row.Number, row.Title, row.Articles, string.Join("; ", row.Outlets), row.First ?? "", row.Last ?? "", row.Earliest?.Id ?? "", row.Directed, row.Undirected,
        string.Join("; ", row.Missing), row.Status, string.Join(' ', row.Tags),
    ]);

    private IEnumerable<object?[]> Ties() => _families.SelectMany(one => one.Family.Edges.Select(edge => (object?[])
    [
        one.Number, edge.From > 0 ? Id(edge.From) : "?" + _names.InSentence(edge.Missing), Id(edge.To), edge.Directed, edge.Chance, edge.Score, edge.Relation, _names.InSentence(edge.Reason), Evidence(edge),
    ]));

    private FamilyRow Row((KeptFamily Family, int Number) one) => LineagePages.Row(_shelf, one.Family, one.Number - 1, _decided);

    private string Evidence(FamilyEdge edge) => _names.InSentence(string.Join("; ", edge.Evidence.Select(item => item.Text)));

    // Ids are names of files or addresses, and may hold the name of who wrote the article.
    private string Id(int number) => _names.AreHidden ? FormattableString.Invariant($"article-{number}") : _shelf.Of(number).Id;

    private static string Label(ArticleLink link) => (link.Outlet, link.Title) switch
    {
        ("", "") => link.Id,
        (var outlet, "") => $"{outlet} ({link.Id})",
        ("", var title) => title,
        var (outlet, title) => $"{outlet}: {title}",
    };

    private ArticleLink Hidden(ArticleLink link) => link with { Id = Show.Whole(Id(link.Number)), Byline = _names.Byline(link.Byline) };

    private FamilyRow Hidden(FamilyRow row) => row with { Missing = [.. row.Missing.Select(_names.InSentence)], Earliest = row.Earliest is { } earliest ? Hidden(earliest) : null };

    private FamilyEdge Hidden(FamilyEdge edge) => edge with
    {
        Missing = _names.InSentence(edge.Missing),
        Reason = _names.InSentence(edge.Reason),
        Evidence = [.. edge.Evidence.Select(item => item with { Text = _names.InSentence(item.Text) })],
    };

    private BylineRow Hidden(BylineRow row) => row with { Byline = _names.Byline(row.Byline), Href = _names.AreHidden ? "" : row.Href, Reason = _names.InSentence(row.Reason) };

    private PersonaPair Hidden(PersonaPair pair) => pair with
    {
        A = _names.Byline(pair.A),
        B = _names.Byline(pair.B),
        Rival = _names.Byline(pair.Rival),
        RivalTo = _names.Byline(pair.RivalTo),
        Reason = _names.InSentence(pair.Reason),
        Href = _names.AreHidden ? "" : pair.Href,
        Status = _decided.Of(pair.Key).Status,
    };
}
