using Claque.Simulation;
using Claque.TextEvidence;
using Claque.Tracing;
using Claque.Validation;

namespace Claque.Tests.TextEvidence;

/// <summary>Whom the test accuses in simulated corpora whose truth is known. The tables of docs/text-evidence.md have many more seeds.</summary>
public sealed class TextErrorControlTests
{
    [Theory]
    [InlineData(Generator.First, 150, 31)]
    [InlineData(Generator.First, 600, 32)]
    [InlineData(Generator.Second, 150, 33)]
    [InlineData(Generator.Second, 600, 34)]
    public void Nobody_is_accused_where_nothing_is_planted(Generator generator, int accounts, int seed) =>
        Named(new SimulationOptions { Generator = generator, Accounts = accounts, Seed = (ulong)seed }).ShouldBeEmpty();

    [Theory]
    [InlineData(Generator.First, TextEdits.None)]
    [InlineData(Generator.First, TextEdits.Light)]
    [InlineData(Generator.First, TextEdits.Paraphrase)]
    [InlineData(Generator.Second, TextEdits.None)]
    [InlineData(Generator.Second, TextEdits.Light)]
    [InlineData(Generator.Second, TextEdits.Paraphrase)]
    public void A_planted_crew_is_named_and_no_decoy_with_it(Generator generator, TextEdits edits)
    {
        var crew = new Crew("planted", 8, 15, TimeSpan.FromMinutes(20)) { Behaviours = [Behaviour.Text], Edits = edits, Camouflage = .5 };
        var named = Named(new SimulationOptions { Generator = generator, Accounts = 600, Seed = 35, Crews = [crew] });
        named.Count(role => role == Simulated.Planted).ShouldBe(8);
        named.ShouldAllBe(role => role == Simulated.Planted);
    }

    [Fact]
    public void Without_the_classes_of_innocent_texts_innocent_people_would_be_accused()
    {
        var options = new SimulationOptions { Generator = Generator.Second, Accounts = 150, Seed = 33 };
        Named(options, new TextEvidenceOptions { SloganAccounts = 100_000, StockShare = 0, FormulaAccounts = 100_000 }).Count.ShouldBeGreaterThan(50);
    }

    /// <summary>The roles of the accounts named.</summary>
    private static List<string> Named(SimulationOptions simulation, TextEvidenceOptions? options = null)
    {
        var simulated = Simulator.Simulate(simulation);
        var roles = simulated.Truth.ToDictionary(account => account.AccountId, account => account.Role);
        var pool = TextPool.Collect(simulated.AsSource(), options ?? new TextEvidenceOptions());
        return [.. TextInCommon.Test(pool, options ?? new TextEvidenceOptions()).Accounts.Where(account => account.Tier == Tier.Named)
            .Select(account => roles[pool.Accounts[account.Account]])];
    }
}
