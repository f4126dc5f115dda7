using System.Globalization;
using System.Xml;
using Claque.Cases;

namespace Claque.Reports.Exports;

/// <summary>Writes the network as GEXF 1.3 (<see href="https://gexf.net/"/>), for Gephi: a node per account, an edge per pair and kind.</summary>
public static class GexfExport
{
    private const string Namespace = "http://gexf.net/1.3";

    /// <summary>Writes the network. Edges are read once and never held.</summary>
    /// <param name="export">The run.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(CaseExport export, Stream output)
    {
        using var xml = XmlWriter.Create(output, XmlText.Settings);
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        WriteMeta(xml, export);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "static");
        xml.WriteAttributeString("defaultedgetype", "undirected");
        WriteSchema(xml, "node", GraphSchema.Nodes);
        WriteSchema(xml, "edge", GraphSchema.Edges);
        xml.WriteStartElement("nodes", Namespace);
        xml.WriteAttributeString("count", Number.Of(export.Accounts.Count));
        foreach (var row in export.Accounts) WriteNode(xml, row);
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        var (many, number) = (GraphSchema.ManyWindows(export.Run), 0L);
        foreach (var pair in export.Pairs) WriteEdge(xml, pair, GraphSchema.Kind(pair, many), ++number);
        xml.WriteEndDocument();
    }

    private static void WriteMeta(XmlWriter xml, CaseExport export)
    {
        xml.WriteStartElement("meta", Namespace);
        xml.WriteAttributeString("lastmodifieddate", export.Stamp.WrittenUtc.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteElementString("creator", Namespace, "Claque " + export.Stamp.ClaqueVersion);
        xml.WriteElementString("description", Namespace, XmlText.Of(GraphSchema.Description(export)));
        xml.WriteEndElement();
    }

    private static void WriteSchema<T>(XmlWriter xml, string of, Measure<T>[] measures)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        foreach (var measure in measures)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", measure.Name);
            xml.WriteAttributeString("title", measure.Name);
            xml.WriteAttributeString("type", measure.Type == "int" ? "integer" : measure.Type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteNode(XmlWriter xml, AccountRow row)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", XmlText.Of(AccountKey.Of(row.Account)));
        xml.WriteAttributeString("label", XmlText.Of(row.Account.Label));
        WriteValues(xml, GraphSchema.Nodes, row);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, PairView pair, string kind, long number)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", Number.Of(number));
        xml.WriteAttributeString("source", XmlText.Of(AccountKey.Of(pair.A)));
        xml.WriteAttributeString("target", XmlText.Of(AccountKey.Of(pair.B)));
        xml.WriteAttributeString("weight", Number.Of(pair.Weight));
        xml.WriteAttributeString("kind", XmlText.Of(kind));
        WriteValues(xml, GraphSchema.Edges, pair);
        xml.WriteEndElement();
    }

    private static void WriteValues<T>(XmlWriter xml, Measure<T>[] measures, T item)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var measure in measures)
        {
            if (measure.Value(item) is not { Length: > 0 } value) continue;
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", measure.Name);
            xml.WriteAttributeString("value", XmlText.Of(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
