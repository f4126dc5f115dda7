using System.Xml;
using Claque.Cases;

namespace Claque.Reports.Exports;

/// <summary>Writes the network as GraphML (<see href="http://graphml.graphdrawing.org/"/>), for igraph, networkx and Gephi.</summary>
public static class GraphmlExport
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes the network: a node per account, an edge per pair and kind. Edges are read once and never held.</summary>
    /// <param name="export">The run.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(CaseExport export, Stream output)
    {
        using var xml = XmlWriter.Create(output, XmlText.Settings);
        xml.WriteStartElement("graphml", Namespace);
        WriteKey(xml, "g_description", "graph", "description", "string");
        WriteKey(xml, "n_label", "node", "label", "string");
        foreach (var measure in GraphSchema.Nodes) WriteKey(xml, "n_" + measure.Name, "node", measure.Name, measure.Type);
        WriteKey(xml, "e_weight", "edge", "weight", "double");
        WriteKey(xml, "e_kind", "edge", "kind", "string");
        foreach (var measure in GraphSchema.Edges) WriteKey(xml, "e_" + measure.Name, "edge", measure.Name, measure.Type);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "claque");
        xml.WriteAttributeString("edgedefault", "undirected");
        WriteValue(xml, "g_description", GraphSchema.Description(export));
        foreach (var row in export.Accounts) WriteNode(xml, row);
        var (many, number) = (GraphSchema.ManyWindows(export.Run), 0L);
        foreach (var pair in export.Pairs) WriteEdge(xml, pair, GraphSchema.Kind(pair, many), ++number);
        xml.WriteEndDocument();
    }

    private static void WriteKey(XmlWriter xml, string id, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteNode(XmlWriter xml, AccountRow row)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", XmlText.Of(AccountKey.Of(row.Account)));
        WriteValue(xml, "n_label", row.Account.Label);
        foreach (var measure in GraphSchema.Nodes) WriteValue(xml, "n_" + measure.Name, measure.Value(row));
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, PairView pair, string kind, long number)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", "e" + Number.Of(number));
        xml.WriteAttributeString("source", XmlText.Of(AccountKey.Of(pair.A)));
        xml.WriteAttributeString("target", XmlText.Of(AccountKey.Of(pair.B)));
        WriteValue(xml, "e_weight", Number.Of(pair.Weight));
        WriteValue(xml, "e_kind", kind);
        foreach (var measure in GraphSchema.Edges) WriteValue(xml, "e_" + measure.Name, measure.Value(pair));
        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, string key, string value)
    {
        if (value.Length == 0) return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(XmlText.Of(value));
        xml.WriteEndElement();
    }
}
