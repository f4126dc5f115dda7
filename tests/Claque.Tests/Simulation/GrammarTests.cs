using Claque.Simulation.First;
using Claque.Statistics;

namespace Claque.Tests.Simulation;

public sealed class GrammarTests
{
    private static readonly Grammar Harbour = new(
        """
        text: I saw a [thing] and [number] more.
        thing: eel | umbrella | useful rope
        number: two | seven
        """);

    [Fact]
    public void A_bracketed_symbol_becomes_one_of_its_alternatives()
    {
        var random = new Pcg32(1);
        var texts = Enumerable.Range(0, 200).Select(_ => Harbour.Write("text", random)).Distinct().Order().ToArray();
        texts.ShouldBe(
        [
            "I saw a useful rope and seven more.", "I saw a useful rope and two more.",
            "I saw an eel and seven more.", "I saw an eel and two more.",
            "I saw an umbrella and seven more.", "I saw an umbrella and two more.",
        ]);
    }

    [Fact]
    public void Stock_phrases_are_the_same_for_the_same_number()
    {
        var stock = Enumerable.Range(0, 30).Select(number => Harbour.Stock("text", number)).ToArray();
        stock.ShouldBe(Enumerable.Range(0, 30).Select(number => Harbour.Stock("text", number)));
        stock.Distinct().Count().ShouldBeGreaterThan(3);
    }
}
