using System.Globalization;
using System.Xml;
using Claque.Articles;
using Claque.Lineage;
using Claque.Reading;
using Claque.Reports.Exports;
using XmlText = Claque.Reports.Exports.XmlText;

namespace Claque.Reports.Lineage;

/// <summary>Writes families for spreadsheets and network programs.</summary>
public static class LineageExport
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>A row per passage: <c>a,b,relation,containment_a,containment_b,class,words,prose_words,identity,a_start,a_end,b_start,b_end,reason</c>.</summary>
    public static void WritePassages(Lineages lineages, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lineages);
        using var csv = new CsvWriter(output, new CsvOptions(), "a", "b", "relation", "containment_a", "containment_b", "class", "words", "prose_words", "identity", "a_start", "a_end", "b_start", "b_end", "reason");
        foreach (var pair in lineages.Passages.Pairs)
        {
            foreach (var passage in pair.Passages)
            {
                csv.Id(lineages.Passages.Articles[pair.A].Id);
                csv.Id(lineages.Passages.Articles[pair.B].Id);
                csv.Text(LineageWords.Word(pair.Relation));
                csv.Number(Share(pair.ContainmentA));
                csv.Number(Share(pair.ContainmentB));
                csv.Text(LineageWords.Word(passage.Class));
                foreach (var number in (int[])[passage.Words, passage.ProseWords]) csv.Number(Whole(number));
                csv.Number(Share(passage.Identity));
                foreach (var number in (int[])[passage.A.Start, passage.A.End, passage.B.Start, passage.B.End]) csv.Number(Whole(number));
                csv.Text(passage.Reason);
                csv.EndRow();
            }
        }
    }

    /// <summary>A row per edge: <c>family,from,to,directed,chance,score,reason,evidence</c>.</summary>
    public static void WriteEdges(Lineages lineages, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lineages);
        using var csv = new CsvWriter(output, new CsvOptions(), "family", "from", "to", "directed", "chance", "score", "reason", "evidence");
        for (var number = 0; number < lineages.Families.Length; number++)
        {
            foreach (var edge in lineages.Families[number].Edges)
            {
                csv.Number(Whole(number + 1));
                csv.Id(FromId(lineages, edge));
                csv.Id(lineages.Passages.Articles[edge.To].Id);
                csv.Text(edge.IsDirected ? "yes" : "no");
                csv.Number(Share(edge.Chance));
                csv.Number(LineageWords.Score(edge).ToString(CultureInfo.InvariantCulture));
                csv.Text(edge.Reason);
                csv.Text(string.Join("; ", edge.Evidence.Select(item => item.Text)));
                csv.EndRow();
            }
        }
    }

    /// <summary>The families as one GraphML graph: articles and missing parents as nodes, ties as edges.</summary>
    public static void WriteGraphml(Lineages lineages, Stream output)
    {
        ArgumentNullException.ThrowIfNull(lineages);
        using var xml = XmlWriter.Create(output, XmlText.Settings);
        xml.WriteStartElement("graphml", Namespace);
        foreach (var (id, of, type) in (ReadOnlySpan<(string, string, string)>)[("label", "node", "string"), ("outlet", "node", "string"), ("published", "node", "string"), ("family", "node", "int"), ("missing", "node", "boolean"), ("chance", "edge", "double"), ("score", "edge", "double"), ("reason", "edge", "string"), ("evidence", "edge", "string")])
        {
            xml.WriteStartElement("key", Namespace);
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("id", id), ("for", of), ("attr.name", id), ("attr.type", type)]) xml.WriteAttributeString(name, value);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", "directed");
        for (var number = 0; number < lineages.Families.Length; number++) WriteNodes(xml, lineages, number);
        foreach (var family in lineages.Families)
            foreach (var edge in family.Edges) WriteEdge(xml, lineages, family, edge);
        xml.WriteEndDocument();
    }

    /// <summary>The id at the beginning of an edge.</summary>
    public static string FromId(Lineages lineages, LineageEdge edge)
    {
        ArgumentNullException.ThrowIfNull(edge);
        return edge.Missing is { } missing ? LineageWords.Id(missing) : lineages.Passages.Articles[edge.From].Id;
    }

    private static void WriteNodes(XmlWriter xml, Lineages lineages, int number)
    {
        var family = lineages.Families[number];
        foreach (var article in family.Members.Select(member => lineages.Passages.Articles[member]))
            WriteNode(xml, "a:" + article.Id, [("label", LineageWords.Name(article)), ("outlet", article.Outlet ?? ""), ("published", Time(article)), ("family", Whole(number + 1)), ("missing", "false")]);
        foreach (var missing in family.Missing)
            WriteNode(xml, MissingId(lineages, missing, family), [("label", missing.Name), ("family", Whole(number + 1)), ("missing", "true")]);
    }

    private static void WriteNode(XmlWriter xml, string id, (string Key, string Value)[] values)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", XmlText.Of(id));
        WriteValues(xml, values);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, Lineages lineages, Family family, LineageEdge edge)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("source", XmlText.Of(edge.Missing is { } missing ? MissingId(lineages, missing, family) : "a:" + lineages.Passages.Articles[edge.From].Id));
        xml.WriteAttributeString("target", XmlText.Of("a:" + lineages.Passages.Articles[edge.To].Id));
        xml.WriteAttributeString("directed", edge.IsDirected ? "true" : "false");
        WriteValues(xml, [("chance", Share(edge.Chance)), ("score", LineageWords.Score(edge).ToString(CultureInfo.InvariantCulture)), ("reason", edge.Reason), ("evidence", string.Join("; ", edge.Evidence.Select(item => item.Text)))]);
        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, (string Key, string Value)[] values)
    {
        foreach (var (key, value) in values)
        {
            if (value.Length == 0) continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", key);
            xml.WriteString(XmlText.Of(value));
            xml.WriteEndElement();
        }
    }

    // One wire may be missing from several families.
    private static string MissingId(Lineages lineages, MissingParent missing, Family family) => $"m:{lineages.Families.IndexOf(family) + 1}:{missing.Name}";

    private static string Time(Article article) =>
        article.Published?.UtcDateTime.ToString(article.PublishedPrecision == TimePrecision.Day ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    private static string Share(double share) => share.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
