using System.Text;
using Claque.Columns;

namespace Claque.Tests.Columns;

public sealed class NameTableTests
{
    [Fact]
    public void Names_get_dense_ids_by_first_appearance()
    {
        var names = new NameTable();
        string[] given = ["ann", "bob", "ann", "", "علی", "bob", ""];

        given.Select(names.Intern).ShouldBe([0, 1, 0, 2, 3, 1, 2]);
        Enumerable.Range(0, names.Count).Select(id => names[id]).ShouldBe(["ann", "bob", "", "علی"]);
    }

    [Fact]
    public void Many_names_keep_their_ids_while_the_table_grows()
    {
        var names = new NameTable();
        for (var i = 0; i < 50_000; i++) names.Intern("account-" + i).ShouldBe(i);
        for (var i = 0; i < 50_000; i += 7) names.Find(Encoding.UTF8.GetBytes("account-" + i)).ShouldBe(i);
        names.Find("nobody"u8).ShouldBe(-1);
    }

    [Fact]
    public void Names_of_any_length_come_back_as_they_went_in()
    {
        var names = new NameTable();
        string[] given = [new('a', 254), new('b', 255), new('c', 70_000), new('d', 3_000_000), "e", new('f', 1_048_570), "g"];
        foreach (var name in given) names.Intern(name);

        Enumerable.Range(0, names.Count).Select(id => names[id]).ShouldBe(given);
        given.Select(names.Intern).ShouldBe(Enumerable.Range(0, given.Length));
    }
}
