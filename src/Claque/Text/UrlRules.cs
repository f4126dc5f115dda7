using System.Collections.Frozen;

namespace Claque.Text;

/// <summary>A rule that made an address canonical.</summary>
[Flags]
public enum UrlRule
{
    /// <summary>No rule changed anything.</summary>
    None = 0,

    /// <summary>The scheme went: http and https are one address.</summary>
    Scheme = 1 << 0,

    /// <summary>User name and password went.</summary>
    UserInfo = 1 << 1,

    /// <summary>The host was written in lower case, or without a final dot.</summary>
    HostCase = 1 << 2,

    /// <summary>Punycode became the letters that it stands for.</summary>
    Idn = 1 << 3,

    /// <summary>The default port went.</summary>
    Port = 1 << 4,

    /// <summary>A leading www went.</summary>
    Www = 1 << 5,

    /// <summary>The host for phones became the usual one.</summary>
    Mobile = 1 << 6,

    /// <summary>The AMP copy became the page that it copies.</summary>
    Amp = 1 << 7,

    /// <summary>Another name of the same site became its main one.</summary>
    Alias = 1 << 8,

    /// <summary>A page that only passes on became the address that it passes on to.</summary>
    Wrapper = 1 << 9,

    /// <summary>Percent signs were written in one way.</summary>
    Percent = 1 << 10,

    /// <summary>Parameters that only say where a reader came from went.</summary>
    Tracking = 1 << 11,

    /// <summary>The other parameters were sorted, repeats left out.</summary>
    Sorted = 1 << 12,

    /// <summary>The fragment went.</summary>
    Fragment = 1 << 13,

    /// <summary>Slashes at the end went.</summary>
    Slash = 1 << 14,

    /// <summary>The forms of a video's address became one.</summary>
    Video = 1 << 15,

    /// <summary>The forms of a post's address on X became one.</summary>
    XPost = 1 << 16,

    /// <summary>The copy in an archive became the page that it copies.</summary>
    Archive = 1 << 17,
}

/// <summary>A rule as it is shown: what it does, and an address before and after.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Does">What it does, as a sentence.</param>
/// <param name="Before">An address that it changes.</param>
/// <param name="After">The canonical form of that address.</param>
public sealed record UrlRuleLine(UrlRule Rule, string Does, string Before, string After);

/// <summary>The rules by which two addresses count as the same link, as tables to be read and argued about.</summary>
public static class UrlRules
{
    /// <summary>Every rule with an example, in the order in which they are applied.</summary>
    public static IReadOnlyList<UrlRuleLine> All { get; } =
    [
        new(UrlRule.Scheme, "The scheme goes: http and https are one address.", "https://example.org/a", "example.org/a"),
        new(UrlRule.UserInfo, "A user name and password before the host go.", "http://ann:pw@example.org/a", "example.org/a"),
        new(UrlRule.HostCase, "The host is written in lower case, without a final dot.", "http://Example.ORG./A", "example.org/A"),
        new(UrlRule.Idn, "Punycode becomes the letters that it stands for.", "http://xn--mller-kva.example/a", "müller.example/a"),
        new(UrlRule.Port, "The default ports 80 and 443 go.", "https://example.org:443/a", "example.org/a"),
        new(UrlRule.Wrapper, "A page that only passes on becomes the address it passes on to.", "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=1", "example.org/a"),
        new(UrlRule.Archive, "A copy in the Wayback Machine or archive.today becomes the page, where the address names it.", "https://web.archive.org/web/20240131120000/https://example.org/a", "example.org/a"),
        new(UrlRule.Amp, "An AMP copy becomes the page: Google's cache, amp. before the host, /amp at either end of the path.", "https://www.google.com/amp/s/amp.example.org/a/amp/", "example.org/a"),
        new(UrlRule.Www, "A leading www. goes.", "http://www.example.org/a", "example.org/a"),
        new(UrlRule.Mobile, "The host for phones becomes the usual one, for hosts in a list.", "https://en.m.wikipedia.org/wiki/Claque", "en.wikipedia.org/wiki/Claque"),
        new(UrlRule.Alias, "Another name of the same site becomes its main name.", "https://twitter.com/ann", "x.com/ann"),
        new(UrlRule.Percent, "Percent signs are written in one way; letters stand as letters.", "http://example.org/%7Eann/caf%c3%a9", "example.org/~ann/café"),
        new(UrlRule.Slash, "Slashes at the end of the path go.", "http://example.org/a/", "example.org/a"),
        new(UrlRule.Video, "The forms of a YouTube video's address become one.", "https://youtu.be/aB3_x-9Zq0w?si=1", "youtube.com/watch?v=aB3_x-9Zq0w"),
        new(UrlRule.XPost, "The forms of a post's address on X become one: handle in lower case, no picture number.", "https://x.com/Ann/status/17/photo/1", "x.com/ann/status/17"),
        new(UrlRule.Tracking, "Parameters that only say where a reader came from go.", "http://example.org/a?utm_source=x&id=7&fbclid=Q", "example.org/a?id=7"),
        new(UrlRule.Sorted, "The other parameters are sorted; repeats go.", "http://example.org/a?b=2&a=1&b=2", "example.org/a?a=1&b=2"),
        new(UrlRule.Fragment, "The fragment goes, unless it begins with #! and so names a page.", "http://example.org/a#part", "example.org/a"),
    ];

    /// <summary>Beginnings of names of tracking parameters.</summary>
    public static IReadOnlyList<string> TrackingPrefixes { get; } = ["utm_", "pk_", "mtm_", "hsa_", "at_medium", "at_campaign", "at_custom", "__twitter", "fb_action", "fb_source", "fb_ref"];

    /// <summary>Names of tracking parameters, in lower case, on every host.</summary>
    public static FrozenSet<string> TrackingNames { get; } = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "ymclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh",
        "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "vero_id", "wt_mc", "wt.mc_id", "wt_zmc", "xtor", "s_cid", "cmp", "cmpid",
        "ncid", "ocid", "icid", "cid_source", "spm", "scm", "soc_src", "soc_trk", "sr_share", "smid", "smtyp", "ito", "ns_mchannel", "ns_source",
        "ns_campaign", "ns_linkname", "ns_fee", "ref", "ref_src", "ref_url", "refsrc", "referrer", "rss", "share_id", "shared", "amp", "outputtype",
        "guccounter", "guce_referrer", "guce_referrer_sig", "tracking_id", "trk", "trkcampaign", "openinapp", "is_copy_url", "is_from_webapp", "sender_device",
    ]);

    /// <summary>Names of parameters that track on some hosts only, written <c>host name</c>.</summary>
    public static FrozenSet<string> TrackingNamesOfHosts { get; } = FrozenSet.ToFrozenSet(
    [
        "x.com s", "x.com t", "x.com lang", "open.spotify.com si", "reddit.com share", "reddit.com context", "reddit.com rdt", "tiktok.com _r", "tiktok.com _t",
        "tiktok.com lang", "facebook.com mibextid", "facebook.com rdid", "facebook.com share_url", "facebook.com __tn__", "facebook.com __cft__[0]", "facebook.com _rdr",
        "instagram.com img_index", "instagram.com hl", "t.me single", "vk.com from", "linkedin.com originalsubdomain",
    ]);

    /// <summary>Hosts that also answer at <c>m.</c>, <c>mobile.</c>, <c>touch.</c> or <c>mbasic.</c>; for Wikipedia <c>xx.m.</c>.</summary>
    public static FrozenSet<string> MobileHosts { get; } = FrozenSet.ToFrozenSet(
    [
        "facebook.com", "twitter.com", "x.com", "youtube.com", "instagram.com", "vk.com", "ok.ru", "tiktok.com", "reddit.com", "linkedin.com",
        "wikipedia.org", "wikimedia.org", "wiktionary.org", "weibo.com", "weibo.cn", "bilibili.com", "dailymotion.com", "vimeo.com", "soundcloud.com", "imdb.com", "aparat.com",
        "ninisite.com", "pinterest.com", "medium.com", "rumble.com", "gab.com", "tumblr.com", "blogspot.com", "bbc.co.uk", "bbc.com", "dw.com", "spiegel.de", "haaretz.com", "ynet.co.il",
        "lenta.ru", "ria.ru", "gazeta.ru", "tass.ru", "naver.com", "daum.net", "163.com", "sohu.com", "huffpost.com", "nytimes.com", "washingtonpost.com", "theguardian.com",
    ]);

    /// <summary>Other names of a site and its main name.</summary>
    public static FrozenDictionary<string, string> Aliases { get; } = new Dictionary<string, string>
    {
        ["twitter.com"] = "x.com",
        ["fxtwitter.com"] = "x.com",
        ["vxtwitter.com"] = "x.com",
        ["fixupx.com"] = "x.com",
        ["fb.com"] = "facebook.com",
        ["web.facebook.com"] = "facebook.com",
        ["instagr.am"] = "instagram.com",
        ["old.reddit.com"] = "reddit.com",
        ["np.reddit.com"] = "reddit.com",
        ["new.reddit.com"] = "reddit.com",
        ["telegram.me"] = "t.me",
        ["telegram.dog"] = "t.me",
        ["vkontakte.ru"] = "vk.com",
        ["youtube-nocookie.com"] = "youtube.com",
    }.ToFrozenDictionary();

    /// <summary>Pages that only pass on, written <c>host/path</c>, and the parameter that holds the address.</summary>
    public static FrozenDictionary<string, string[]> Wrappers { get; } = new Dictionary<string, string[]>
    {
        ["l.facebook.com/l.php"] = ["u"],
        ["lm.facebook.com/l.php"] = ["u"],
        ["facebook.com/l.php"] = ["u"],
        ["l.instagram.com/"] = ["u"],
        ["google.com/url"] = ["url", "q"],
        ["youtube.com/redirect"] = ["q"],
        ["vk.com/away.php"] = ["to"],
        ["out.reddit.com/"] = ["url"],
        ["t.umblr.com/redirect"] = ["z"],
    }.ToFrozenDictionary();
}
