using System.Text;
using Claque.Columns;
using FsCheck;
using FsCheck.Fluent;

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

    [Fact]
    public void Many_names_at_once_get_the_ids_that_they_would_get_one_after_the_other() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20240131, 17),
        Prop.ForAll(Gen.Choose(0, 400).Select(n => new string('x', n % 11) + n).ListOf().ToArbitrary(), given =>
        {
            var (plain, fast) = (new NameTable(), new NameTable());
            var bytes = given.SelectMany(Encoding.UTF8.GetBytes).ToArray();
            var (places, at) = (new List<(int, int)>(), 0);
            foreach (var name in given)
            {
                places.Add((at, name.Length));
                at += name.Length;
            }

            var ids = new int[given.Count];
            fast.Intern(bytes, places.ToArray(), [.. places.Select(place => NameTable.Hash(bytes.AsSpan(place.Item1, place.Item2)))], ids);
            ids.ShouldBe(given.Select(plain.Intern));
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(120_000)]
    public void A_table_made_of_its_blocks_is_the_same_and_goes_on(int count)
    {
        var names = new NameTable();
        for (var i = 0; i < count; i++) names.Intern(i % 1000 == 0 ? new string('l', 300 + i) : "name " + i);
        var again = NameTable.OfBlocks(names.Blocks().Select(block => block.ToArray()));
        again.Count.ShouldBe(count);
        for (var i = 0; i < count; i++) again.Find(names.Bytes(i)).ShouldBe(i);
        again.Intern("a new one").ShouldBe(count);
        again.Intern("name 2").ShouldBe(count > 2 ? 2 : count + 1);
    }

    [Fact]
    public void Damaged_blocks_are_no_table() =>
        Should.Throw<InvalidDataException>(() => NameTable.OfBlocks([[1, 0, 0, 0, 1, 65]]));
}
