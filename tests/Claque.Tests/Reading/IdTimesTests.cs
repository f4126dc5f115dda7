using System.Text;
using Claque.Reading.Times;

namespace Claque.Tests.Reading;

public class IdTimesTests
{
    [Fact]
    public void An_X_id_carries_its_millisecond() => Of("x", "898925911294132224").ShouldBe("2017-08-19T15:13:33.145");

    [Fact]
    public void A_Bluesky_record_key_carries_its_microsecond()
    {
        Of("bluesky", "3l3qo2vuowo2b").ShouldStartWith("2024-09-09T19:46:02.246");
        Of("bluesky", "at://did:plc:ann/app.bsky.feed.post/3l3qo2vuowo2b").ShouldStartWith("2024-09-09T19:46:02.246");
    }

    [Theory]
    [InlineData("x", "29700000000")]
    [InlineData("x", "6971079756")]
    [InlineData("x", "abc")]
    [InlineData("x", "89892591129413222x")]
    [InlineData("x", "99999999999999999999")]
    [InlineData("bluesky", "self")]
    [InlineData("bluesky", "3l3qo2vuowo2")]
    [InlineData("bluesky", "3l3qo2vuowo21")]
    [InlineData("bluesky", "zzzzzzzzzzzzz")]
    [InlineData("telegram", "898925911294132224")]
    [InlineData("", "898925911294132224")]
    public void Other_ids_and_other_platforms_carry_none(string platform, string id) => Of(platform, id).ShouldBeNull();

    private static string? Of(string platform, string id) =>
        IdTimes.Of(platform, Encoding.UTF8.GetBytes(id), out _) is { } us ? DateTime.UnixEpoch.AddTicks(us * 10).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF") : null;
}
