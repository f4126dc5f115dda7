using System.Text;
using Claque.Tests.Shared;
using Claque.Tracing;
using FsCheck;
using FsCheck.Fluent;
using static Claque.Tests.Shared.Posts;

namespace Claque.Tests.Tracing;

public sealed class PostIdsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1700000000000000000", 1_700_000_000_000_000_000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", -1)]
    [InlineData("12345678", 12_345_678)]
    [InlineData("98765432100000001", 98_765_432_100_000_001)]
    [InlineData("1234567:", -1)]
    [InlineData("/2345678", -1)]
    [InlineData("1234é678", -1)]
    [InlineData("123456789012345 7", -1)]
    [InlineData("12345678901234567890", -1)]
    [InlineData("007", -1)]
    [InlineData("-1", -1)]
    [InlineData("1e5", -1)]
    [InlineData("", -1)]
    public void An_id_is_a_number_only_when_it_is_written_as_numbers_are(string id, long number) =>
        PostIds.NumberOf(Encoding.UTF8.GetBytes(id)).ShouldBe(number);

    [Fact]
    public void Ids_noted_many_at_once_are_found_again_at_their_places() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20240131, 23),
        Prop.ForAll(
            (from rising in Gen.Choose(0, 6)
             from later in (from start in Gen.Choose(0, 90)
                            from step in Gen.Elements(-1, 1, 3)
                            from count in Gen.Choose(0, 6)
                            select (start, step, count)).ListOf()
             select Enumerable.Range(0, rising).Select(i => (i * 20, 3, 6)).Concat(later).ToList()).ToArbitrary(),
            batches =>
            {
                var (accounts, first) = (new NumberColumn<int>(), new Dictionary<long, int>());
                var ids = new PostIds(accounts);
                foreach (var (start, step, count) in batches)
                {
                    var numbers = Enumerable.Range(0, count).Select(i => (long)Math.Max(0, start + i * step)).ToArray();
                    var noted = ids.NoteAll(numbers, accounts.Count);
                    foreach (var number in numbers)
                    {
                        var isNew = first.TryAdd(number, accounts.Count);
                        if (noted) isNew.ShouldBeTrue();
                        else ids.FirstPlace(0, number, accounts.Count).ShouldBe(first[number]);
                        if (isNew) accounts.Add(0);
                    }

                    accounts.Add(0); // A post without an id.
                }
            }));

    [Fact]
    public void Posts_come_again_whatever_the_order_of_their_ids_and_however_they_are_written() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20240131, 19),
        Prop.ForAll(
            (from rising in Gen.Choose(0, 60)
             from later in (from account in Gen.Choose(0, 2)
                            from id in Gen.OneOf(Gen.Choose(0, 80).Select(i => $"{i}"), Gen.Choose(0, 9).Select(i => $"p{i}"), Gen.Choose(0, 9).Select(i => $"0{i}"), Gen.Constant(""))
                            select ($"acc{account}", id)).ListOf()
             select Enumerable.Range(0, rising).Select(i => ($"acc{i % 3}", $"{i + 1}")).Concat(later).ToList()).ToArbitrary(),
            posts =>
            {
                var source = new ListSource([.. posts.Select(post => Post(post.Item2, post.Item1, objects: [("", "o")]))]) { PostsAreDistinct = false };
                var seen = new HashSet<(string, string)>();
                var first = posts.Select((post, i) => (post, Key: i + 1L)).Where(x => x.post.Item2.Length == 0 || seen.Add(x.post)).Select(x => x.Key);
                Corpus.Encode(source).Posts.Keys.ShouldBe(first);
            }));
}
