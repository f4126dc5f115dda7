namespace Claque.Tests.Cases;

public sealed class PseudonymTests
{
    private static readonly AccountView Ann = new(1, "x", "1001", "ann", "Ann");
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void An_account_keeps_its_pseudonym_when_it_changes_its_handle() =>
        new Pseudonyms(Key).Of(Ann).ShouldBe(new Pseudonyms(Key).Of(Ann with { Number = 9, Handle = "ann2" }));

    [Fact]
    public void Another_account_platform_or_key_gives_another_pseudonym()
    {
        var names = new Pseudonyms(Key);
        new[]
        {
            names.Of(Ann), names.Of(Ann with { NativeId = "1002" }), names.Of(Ann with { Platform = "bluesky" }), new Pseudonyms(Key.AsSpan(1)).Of(Ann),
        }.ShouldBeUnique();
    }

    [Fact]
    public void A_pseudonym_is_a_keyed_hash_that_others_can_compute() =>
        // printf 'x\0001001' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f
        new Pseudonyms(Key).Of(Ann).ShouldBe("account-0642aaedcaa5bbd3");

    [Fact]
    public void The_key_of_a_case_stays_with_it()
    {
        using var test = new TestCase();
        var before = test.File.Pseudonyms.Of(Ann);
        test.Reopen().Pseudonyms.Of(Ann).ShouldBe(before);
    }

    [Fact]
    public void Two_cases_give_one_account_different_pseudonyms()
    {
        using var one = new TestCase();
        using var other = new TestCase();
        one.File.Pseudonyms.Of(Ann).ShouldNotBe(other.File.Pseudonyms.Of(Ann));
    }

    [Fact]
    public void A_short_key_is_refused() => Should.Throw<ArgumentException>(() => new Pseudonyms(new byte[15]));
}
