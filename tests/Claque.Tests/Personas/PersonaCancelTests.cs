using Claque.Personas;

namespace Claque.Tests.Personas;

/// <summary>The study of bylines stops where it stands when somebody stops it.</summary>
public sealed class PersonaCancelTests
{
    [Fact]
    public void A_study_that_is_stopped_between_two_rounds_makes_no_further_round()
    {
        // So many rounds would take days: only the loops that look at the token can end this test.
        var endless = PersonaOptions.Default with { Rounds = int.MaxValue, MinReference = 2 };
        var articles = Enumerable.Range(0, 3).SelectMany(writer => InventedWriters.Byline($"Writer {writer}", 24, _ => writer, from: 100 * writer)).ToList();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Should.Throw<OperationCanceledException>(() => PersonaStudy.Of(articles, endless, stop.Token));
    }

    [Fact]
    public void A_study_that_is_stopped_before_it_begins_counts_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => PersonaStudy.Of([.. InventedWriters.Byline("Writer", 4, _ => 1)], PersonaOptions.Default, stop.Token));
    }
}
