using Claque.Text;

namespace Claque.Tests.Text;

public sealed class FormMapTests
{
    [Fact]
    public void A_map_of_forms_knows_what_a_dictionary_knows()
    {
        var random = new Random(7);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        while (known.Count < 1_000) known[Form(random)] = known.Count;
        var map = new FormMap<int>(known);
        foreach (var (form, value) in known)
        {
            map.TryGet(form, out var found).ShouldBeTrue(form);
            found.ShouldBe(value);
        }

        for (var i = 0; i < 1_000; i++)
            if (Form(random) is var form) map.TryGet(form, out _).ShouldBe(known.ContainsKey(form), form);
    }

    [Fact]
    public void A_map_of_nothing_knows_nothing() => new FormMap<int>([]).TryGet("a", out _).ShouldBeFalse();

    private static string Form(Random random) => new([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)('a' + random.Next(6)))]);
}
