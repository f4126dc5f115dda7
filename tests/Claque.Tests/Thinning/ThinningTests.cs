using System.Text.Json;
using Claque.Pairing;
using Claque.Reading;
using Claque.Statistics;
using Claque.Tests.Validation;
using Claque.Tracing;
using Claque.Validation;
using Pair = Claque.Pairing.Pairing;
using Test = Claque.Validation.Validation;

namespace Claque.Tests.Thinning;

public sealed class ThinningTests
{
    [Fact]
    public void Thinned_out_acts_give_the_pairs_and_verdicts_that_all_acts_give()
    {
        for (var seed = 1UL; seed <= 2; seed++)
        {
            var corpus = new SimulatedShares(new SimulationOptions { Accounts = 300, Objects = 3000, Plant = true, JitterS = 60 }, seed).ToCorpus();
            var left = ShouldAgree(corpus, new PairOptions(), new ValidationOptions(), found =>
            {
                found.NamedPairs.ShouldBeGreaterThan(0);
                found.Behaviours[0].TestsCounted.ShouldBeTrue();
            });
            left.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void So_they_do_where_the_tests_are_too_many_to_be_counted() => ShouldAgree(
        new SimulatedShares(new SimulationOptions { Accounts = 300, Objects = 500, Plant = true }, 5).ToCorpus(),
        new PairOptions(), new ValidationOptions { MaxTrialsCountedPerAct = 0 }, found => found.Behaviours[0].TestsCounted.ShouldBeFalse());

    [Fact]
    public void So_they_do_on_mixed_clocks_repeated_acts_hubs_and_several_behaviours()
    {
        for (var seed = 1UL; seed <= 8; seed++)
        {
            var corpus = Mixed(seed);
            ShouldAgree(corpus, new PairOptions { MaxAccountsPerObject = 25, MinWeight = 1 + (int)(seed % 3) },
                new ValidationOptions { MaxAccountsPerObject = 25, Published = PublicationTimes.Unknown.WithGrid(corpus, Behaviour.Hashtags) }, _ => { });
        }
    }

    private static double ShouldAgree(Corpus corpus, PairOptions pairing, ValidationOptions test, Action<Validated> found)
    {
        var thinning = new PlainThinning();
        var thin = thinning.Thin(corpus, pairing, test, null, CancellationToken.None);
        for (var t = 0; t < thin.Length; t++)
        {
            var (part, all) = (Pair.Within(corpus, thin[t], pairing), Pair.Within(corpus, corpus.Traces[t], pairing));
            foreach (var (ofPart, ofAll) in part.Windows.Zip(all.Windows))
            {
                ofPart.LeftOut.ShouldBe(ofAll.LeftOut);
                ofPart.Items.ShouldBe(ofAll.Items);
            }
        }

        var whole = Test.Test(corpus, test);
        found(whole);
        // Company in the same moment needs all acts, and is not looked for in a part of them.
        var comparable = whole with { SameMoments = [], Behaviours = [.. whole.Behaviours.Select(behaviour => behaviour with { MomentTests = 0 })] };
        JsonSerializer.Serialize(Test.Test(corpus, thin, test)).ShouldBe(JsonSerializer.Serialize(comparable));
        return thinning.LeftOut;
    }

    /// <summary>A crew, feeds with a delay of their own, and a crowd, on two behaviours, by three clocks.</summary>
    private static Corpus Mixed(ulong seed)
    {
        var random = new Pcg32(seed, 9);
        var layers = new[] { Behaviour.Link, Behaviour.Hashtags }.Select(behaviour =>
        {
            var shares = new List<(int Account, int Object, long TimeUs)>();
            for (var o = 0; o < 60; o++)
            {
                var start = 1_700_000_000L + o * 7200 + random.Next(1800);
                for (var i = 0; i < (o % 20 == 0 ? 60 : 6); i++) shares.Add((random.Next(50), o, Us(start + random.Next(9000))));
                if (o % 2 == 0) foreach (var member in new[] { 50, 51, 52 }) shares.Add((member, o, Us(start + 4000 + random.Next(40))));
                foreach (var feed in new[] { 53, 54 }) shares.Add((feed, o, Us(start + 600 * (feed - 52) + random.Next(5))));
                if (o % 3 == 0) foreach (var fast in new[] { 55, 56 }) shares.Add((fast, o, Us(start + random.Next(20))));
            }

            return (behaviour, (IReadOnlyList<(int, int, long)>)shares);
        }).ToList();
        TimePrecision[] clocks = [TimePrecision.Second, TimePrecision.Second, TimePrecision.Minute, TimePrecision.Hour];
        return Shares.Corpus(layers, [.. Enumerable.Range(0, layers.Sum(layer => layer.Item2.Count)).Select(_ => clocks[random.Next(seed % 2 == 0 ? 4 : 2)])]);

        static long Us(long seconds) => seconds * 1_000_000;
    }
}
