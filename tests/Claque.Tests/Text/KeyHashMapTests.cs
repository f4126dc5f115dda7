using Claque.Text;

namespace Claque.Tests.Text;

public sealed class KeyHashMapTests
{
    [Fact]
    public void A_key_is_found_however_it_is_parted()
    {
        var map = new KeyHashMap(new Dictionary<string, double> { ["verb say"] = 1.5, ["verb"] = -2, [""] = 7 });
        for (var cut = 0; cut <= "verb say".Length; cut++) map.ValueOr0(Hash("verb say"[..cut], "verb say"[cut..])).ShouldBe(1.5);
        map.ValueOr0(Hash("", "verb")).ShouldBe(-2);
        map.ValueOr0(KeyHashMap.Empty).ShouldBe(7);
    }

    [Fact]
    public void A_map_of_hashes_knows_what_a_dictionary_knows()
    {
        var random = new Random(7);
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        while (known.Count < 1_000) known[Key(random)] = known.Count + 1;
        var map = new KeyHashMap(known);
        foreach (var (key, value) in known) map.ValueOr0(Hash(key)).ShouldBe(value, key);
        for (var i = 0; i < 1_000; i++)
            if (Key(random) is var key) map.ValueOr0(Hash(key)).ShouldBe(known.GetValueOrDefault(key), key);
    }

    [Fact]
    public void A_map_of_no_keys_has_0_for_all() => new KeyHashMap(new Dictionary<string, double>()).ValueOr0(Hash("a")).ShouldBe(0);

    private static ulong Hash(params string[] parts) => parts.Aggregate(KeyHashMap.Empty, (hash, part) => KeyHashMap.Over(hash, part));

    private static string Key(Random random) => new([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)('a' + random.Next(6)))]);
}
