using System.Text;
using Claque.Columns;
using Claque.Reading;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Tests.Validation;

public sealed class PublicationTimesTests
{
    private static readonly long Noon = new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [Fact]
    public void An_id_of_X_gives_the_millisecond_it_was_made() =>
        PublicationTimes.OfId(Encoding.UTF8.GetBytes(IdAt(Noon).ToString())).ShouldBe(Noon * 1000);

    [Fact]
    public void The_id_may_be_the_last_part_of_an_address() =>
        PublicationTimes.OfId(Encoding.UTF8.GetBytes($"https://x.example/ann/status/{IdAt(Noon)}")).ShouldBe(Noon * 1000);

    [Theory]
    [InlineData("28492")]
    [InlineData("3kabcdefgh2xy")]
    [InlineData("")]
    public void Running_numbers_and_other_ids_give_no_time(string id) =>
        PublicationTimes.OfId(Encoding.UTF8.GetBytes(id)).ShouldBe(PublicationTimes.None);

    [Fact]
    public void Ids_are_believed_when_the_acts_come_after_them_and_not_when_they_come_before()
    {
        PublicationTimes.FromIds(Reshares(afterMs: 5_000)).Behaviours.ShouldBe([Behaviour.Reshare]);
        PublicationTimes.FromIds(Reshares(afterMs: -5_000_000)).Behaviours.ShouldBeEmpty();
    }

    private static long IdAt(long ms) => (ms - 1_288_834_974_657) << 22;

    private static Corpus Reshares(long afterMs)
    {
        var (accounts, names) = (new NameTable(), new NameTable());
        accounts.Intern("ann");
        long[] times = [.. Enumerable.Range(0, 10).Select(i => (Noon + i * 60_000 + afterMs) * 1000)];
        for (var i = 0; i < 10; i++) names.Intern(IdAt(Noon + i * 60_000).ToString());
        int[] each = [.. Enumerable.Range(0, 10)];
        return new Corpus
        {
            Accounts = accounts,
            Posts = new PostColumns(new long[10], new int[10], times, [.. Enumerable.Repeat(TimePrecision.Second, 10)]),
            Traces = [new Trace(Behaviour.Reshare, each, each, names)],
            Notes = [],
        };
    }
}
