using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using XmlText = Claque.Reports.Exports.XmlText;

namespace Claque.Reports.Lineage;

/// <summary>Families of copies as a graph: articles and what is missing as nodes, ties as edges.</summary>
/// <param name="Families">In order; the first has number 1.</param>
public sealed record LineageGraph(ImmutableArray<GraphFamily> Families)
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string For, string Type)[] Keys =
    [
        ("label", "node", "string"), ("outlet", "node", "string"), ("byline", "node", "string"), ("published", "node", "string"), ("family", "node", "int"), ("missing", "node", "boolean"),
        ("chance", "edge", "double"), ("score", "edge", "double"), ("reason", "edge", "string"), ("evidence", "edge", "string"),
    ];

    /// <summary>Writes GraphML.</summary>
    /// <param name="output">Where to; left open.</param>
    public void WriteGraphml(Stream output)
    {
        using var xml = XmlWriter.Create(output, XmlText.Settings);
        xml.WriteStartElement("graphml", Namespace);
        foreach (var (id, of, type) in Keys)
        {
            xml.WriteStartElement("key", Namespace);
            foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("id", id), ("for", of), ("attr.name", id), ("attr.type", type)]) xml.WriteAttributeString(name, value);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", "directed");
        for (var number = 1; number <= Families.Length; number++) WriteNodes(xml, Families[number - 1], number);
        for (var number = 1; number <= Families.Length; number++)
            foreach (var edge in Families[number - 1].Edges) WriteEdge(xml, edge, number);
        xml.WriteEndDocument();
    }

    private static void WriteNodes(XmlWriter xml, GraphFamily family, int number)
    {
        var ofFamily = number.ToString(CultureInfo.InvariantCulture);
        foreach (var article in family.Articles)
            WriteNode(xml, "a:" + article.Id, [("label", article.Label), ("outlet", article.Outlet), ("byline", article.Byline), ("published", article.Published), ("family", ofFamily), ("missing", "false")]);
        foreach (var missing in family.Missing)
            WriteNode(xml, MissingId(missing, number), [("label", missing), ("family", ofFamily), ("missing", "true")]);
    }

    private static void WriteNode(XmlWriter xml, string id, (string Key, string Value)[] values)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", XmlText.Of(id));
        WriteValues(xml, values);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, GraphEdge edge, int number)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("source", XmlText.Of(edge.FromMissing ? MissingId(edge.From, number) : "a:" + edge.From));
        xml.WriteAttributeString("target", XmlText.Of("a:" + edge.To));
        xml.WriteAttributeString("directed", edge.IsDirected ? "true" : "false");
        WriteValues(xml, [("chance", edge.Chance.ToString("0.####", CultureInfo.InvariantCulture)), ("score", edge.Score.ToString(CultureInfo.InvariantCulture)), ("reason", edge.Reason), ("evidence", edge.Evidence)]);
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
    private static string MissingId(string missing, int family) => string.Create(CultureInfo.InvariantCulture, $"m:{family}:{missing}");
}

/// <summary>A family of the graph.</summary>
/// <param name="Articles">Its articles.</param>
/// <param name="Missing">Names of what is behind some of them and not among them.</param>
/// <param name="Edges">Who took from whom.</param>
public sealed record GraphFamily(ImmutableArray<GraphArticle> Articles, ImmutableArray<string> Missing, ImmutableArray<GraphEdge> Edges);

/// <summary>An article of the graph. Published: ISO 8601, or empty.</summary>
public sealed record GraphArticle(string Id, string Label, string Outlet, string Byline, string Published);

/// <summary>A tie of the graph.</summary>
/// <param name="From">Id of an article, or the name of what is missing.</param>
/// <param name="FromMissing">True when it is missing.</param>
/// <param name="To">Id of an article.</param>
/// <param name="IsDirected">False when the evidence does not decide.</param>
/// <param name="Chance">That it was so.</param>
/// <param name="Score">Sum of the evidence, logarithm of odds.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Evidence">What was seen.</param>
public sealed record GraphEdge(string From, bool FromMissing, string To, bool IsDirected, double Chance, double Score, string Reason, string Evidence);
