using System.Xml.Linq;
using Claque.Cases;
using Claque.Reports.Exports;

namespace Claque.Tests.Reports;

public sealed class GexfExportTests
{
    private static readonly XNamespace Gexf = "http://gexf.net/1.3";

    // The rules of the published schema: attributes each element may carry (required ones with !), and children in order.
    private static readonly Dictionary<string, (string[] Attributes, string[] Children)> Schema = new()
    {
        ["gexf"] = (["version!", "variant"], ["meta", "graph"]),
        ["meta"] = (["lastmodifieddate"], ["creator", "keywords", "description"]),
        ["creator"] = ([], []),
        ["description"] = ([], []),
        ["graph"] = (["timeformat", "start", "end", "mode", "timerepresentation", "timezone", "defaultedgetype", "idtype"], ["attributes", "attributes", "nodes", "edges"]),
        ["attributes"] = (["class!", "mode"], ["attribute"]),
        ["attribute"] = (["id!", "title!", "type!"], ["default", "options"]),
        ["nodes"] = (["count"], ["node"]),
        ["node"] = (["id!", "label", "pid"], ["attvalues"]),
        ["edges"] = (["count"], ["edge"]),
        ["edge"] = (["id", "type", "label", "source!", "target!", "weight", "kind"], ["attvalues"]),
        ["attvalues"] = ([], ["attvalue"]),
        ["attvalue"] = (["for!", "value!"], []),
    };

    [Fact]
    public void The_export_keeps_the_rules_of_the_published_schema()
    {
        foreach (var model in Hostile.Texts.Select(text => Hostile.Model(text)).Append(Invented.Tested()))
        {
            var root = XDocument.Parse(Exported.Text(output => GexfExport.Write(Exported.Of(model), output))).Root!;
            root.Attribute("version")!.Value.ShouldBe("1.3");
            DateOnly.ParseExact(root.Element(Gexf + "meta")!.Attribute("lastmodifieddate")!.Value, "yyyy-MM-dd");
            root.Element(Gexf + "graph")!.Attributes().Select(attribute => attribute.Value).ShouldBe(["static", "undirected"]);
            root.Descendants(Gexf + "attributes").Select(group => group.Attribute("class")!.Value).ShouldBe(["node", "edge"]);
            root.Descendants(Gexf + "edge").ShouldAllBe(edge => double.Parse(edge.Attribute("weight")!.Value) > 0);
            foreach (var element in root.DescendantsAndSelf()) Conforms(element);
        }
    }

    [Fact]
    public void Values_have_the_type_of_their_attribute_and_refer_to_it()
    {
        var root = Write(Invented.Tested());
        foreach (var kind in new[] { "node", "edge" })
        {
            var types = root.Descendants(Gexf + "attributes").Single(group => group.Attribute("class")!.Value == kind).Elements().ToDictionary(item => item.Attribute("id")!.Value, item => item.Attribute("type")!.Value);
            types.Values.ShouldBeSubsetOf(["integer", "long", "double", "string"]);
            foreach (var value in root.Descendants(Gexf + kind).Descendants(Gexf + "attvalue"))
            {
                var text = value.Attribute("value")!.Value;
                if (types[value.Attribute("for")!.Value] is "integer" or "long") long.Parse(text);
                else if (types[value.Attribute("for")!.Value] == "double") double.Parse(text);
            }
        }
    }

    [Fact]
    public void Every_edge_joins_two_nodes_and_no_pair_has_two_edges_of_a_kind()
    {
        PairView[] pairs = [Invented.Pair(1, 2, windowS: 10), Invented.Pair(1, 2, windowS: 60), Invented.Pair(1, 2, "text"), Invented.Pair(2, 3)];
        var root = XDocument.Parse(Exported.Text(output => GexfExport.Write(Exported.Of(Invented.Model(), pairs), output))).Root!;
        var nodes = root.Descendants(Gexf + "node").Select(node => node.Attribute("id")!.Value).ToArray();
        var edges = root.Descendants(Gexf + "edge").ToArray();

        nodes.ShouldBeUnique();
        edges.ShouldAllBe(edge => nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value));
        edges.Select(edge => (edge.Attribute("source")!.Value, edge.Attribute("target")!.Value, edge.Attribute("kind")!.Value)).ShouldBeUnique();
        edges.Select(edge => edge.Attribute("kind")!.Value).ShouldBe(["link 10 s", "link 60 s", "text", "link 60 s"]);
        edges.ShouldAllBe(edge => edge.Attribute("type") == null);
    }

    [Fact]
    public void Nodes_and_edges_carry_all_measures()
    {
        var root = Write(Invented.Tested());
        Values(root.Descendants(Gexf + "node").First())["joint_share"].ShouldBe("0.7");
        var edge = Values(root.Descendants(Gexf + "edge").First());
        edge.Keys.ShouldBe(["behaviour", "window_s", "co_acts", "posts_a", "posts_b", "mean_gap_s", "median_gap_s", "a_first", "b_first", "p", "q", "tier"]);
        (edge["mean_gap_s"], edge["p"]).ShouldBe(("15.25", "3.2E-09"));
    }

    private static XElement Write(ReportModel model) => XDocument.Parse(Exported.Text(output => GexfExport.Write(Exported.Of(model), output))).Root!;

    private static Dictionary<string, string> Values(XElement element) =>
        element.Descendants(Gexf + "attvalue").ToDictionary(value => value.Attribute("for")!.Value, value => value.Attribute("value")!.Value);

    private static void Conforms(XElement element)
    {
        element.Name.Namespace.ShouldBe(Gexf);
        var (attributes, children) = Schema[element.Name.LocalName];
        var present = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name.LocalName).ToArray();
        present.Except(attributes.Select(name => name.TrimEnd('!'))).ShouldBeEmpty();
        attributes.Where(name => name.EndsWith('!')).Select(name => name.TrimEnd('!')).Except(present).ShouldBeEmpty();
        var places = element.Elements().Select(child => Array.IndexOf(children, child.Name.LocalName)).ToArray();
        places.ShouldAllBe(place => place >= 0);
        if (element.Name.LocalName != "meta") places.ShouldBeInOrder();
    }
}

public sealed class GraphmlExportTests
{
    private static readonly XNamespace Graphml = "http://graphml.graphdrawing.org/xmlns";

    [Fact]
    public void Every_datum_has_a_key_for_its_kind_of_element_and_the_type_of_that_key()
    {
        foreach (var model in Hostile.Texts.Select(text => Hostile.Model(text)).Append(Invented.Tested()))
        {
            var root = XDocument.Parse(Exported.Text(output => GraphmlExport.Write(Exported.Of(model), output))).Root!;
            var keys = root.Elements(Graphml + "key").ToDictionary(key => key.Attribute("id")!.Value);
            keys.Values.ShouldAllBe(key => new[] { "int", "long", "double", "string" }.Contains(key.Attribute("attr.type")!.Value));
            foreach (var datum in root.Descendants(Graphml + "data"))
            {
                var key = keys[datum.Attribute("key")!.Value];
                key.Attribute("for")!.Value.ShouldBe(datum.Parent!.Name.LocalName);
                if (key.Attribute("attr.type")!.Value is "int" or "long") long.Parse(datum.Value);
                else if (key.Attribute("attr.type")!.Value == "double") double.Parse(datum.Value);
            }
        }
    }

    [Fact]
    public void Names_in_any_script_come_back_as_they_went_in()
    {
        var root = XDocument.Parse(Exported.Text(output => GraphmlExport.Write(Exported.Of(Invented.Model()), output))).Root!;
        root.Descendants(Graphml + "data").Where(datum => datum.Attribute("key")!.Value == "n_label").Select(datum => datum.Value).ShouldContain("@صدای_ساحل");
        root.Element(Graphml + "graph")!.Attribute("edgedefault")!.Value.ShouldBe("undirected");
    }
}
