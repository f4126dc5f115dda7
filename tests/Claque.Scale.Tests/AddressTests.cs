using Claque.Reading;
using Claque.Scale;

namespace Claque.Tests.Scale;

public sealed class AddressTests
{
    [Fact]
    public void An_address_names_a_node_of_each_shard_and_what_may_be_taken_of_it()
    {
        var address = ClusterAddress.Parse("clickhouse://a:8124,b,[::1]:9?memory=2GB&threads=4&cluster=news&database=desk&patience=30&keep");
        address.Nodes.ShouldBe([("a", 8124), ("b", 8123), ("[::1]", 9)]);
        (address.Memory, address.Threads, address.Cluster, address.Database, address.Patience.TotalSeconds, address.Keep).ShouldBe((2L << 30, 4, "news", "desk", 30, true));
    }

    [Theory]
    [InlineData("http://a", "is not the address of a cluster")]
    [InlineData("clickhouse://", "is not the address of a cluster")]
    [InlineData("clickhouse://a:0", "is not the address of a cluster")]
    [InlineData("clickhouse://me:secret@a", "CLAQUE_CLICKHOUSE_PASSWORD")]
    [InlineData("clickhouse://a,a", "names a node twice")]
    [InlineData("clickhouse://a?memory=3", "expected 100MB or more")]
    [InlineData("clickhouse://a?database=x;drop", "expected a name of letters")]
    [InlineData("clickhouse://a?colour=red", "has no setting")]
    public void Another_is_refused_with_a_sentence(string text, string sentence)
    {
        var refused = Should.Throw<InputException>(() => ClusterAddress.Parse(text)).Message;
        refused.ShouldContain(sentence);
        refused.ShouldNotContain("secret");
    }

    [Fact]
    public void Every_statement_says_why_it_is_as_it_is_and_ends_in_no_place_without_a_value()
    {
        SqlText.Names.Count().ShouldBeGreaterThan(20);
        foreach (var name in SqlText.Names) SqlText.Raw(name).ShouldNotBeEmpty(name);
    }
}
