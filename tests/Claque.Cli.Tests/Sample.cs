using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Claque.Statistics;

namespace Claque.Tests.Cli;

/// <summary>A post of the sample.</summary>
internal sealed record SamplePost(string Id, string Account, DateTime Time, string Text, string Link)
{
    public string Iso => Time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public long UnixUs => (Time - DateTime.UnixEpoch).Ticks / 10;

    public long UnixSeconds => UnixUs / 1_000_000;

    public string Written(string format) => Time.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>
/// Posts of an invented harbour town in every format that is read: sixteen stories, each shared by four of a crew within six seconds and
/// by twenty of fifty neighbours over hours.
/// </summary>
internal static class Sample
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",;\t\r\n");

    public static readonly string[] Crew = ["anneke", "bertil", "corin", "dalia"];

    public static IReadOnlyList<SamplePost> Posts { get; } = Make();

    /// <summary>The formats by the word for <c>--format</c>, with the file name of a sample.</summary>
    public static IReadOnlyDictionary<string, (string File, Func<string> Text)> Formats { get; } = new Dictionary<string, (string, Func<string>)>
    {
        ["coortweet"] = ("shares.csv", () => Table("object_id,account_id,content_id,timestamp_share", p => [p.Link, p.Account, p.Id, $"{p.UnixSeconds}"])),
        ["cnt"] = ("cnt.csv", () => Table("message_id,user_id,username,repost_id,reply_id,message,timestamp,urls", p => [p.Id, p.Account, p.Account, "", "", p.Text, $"{p.UnixSeconds}", p.Link])),
        ["x-archive"] = ("archive.csv", () => Table(
            "tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language,tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions,poll_choices",
            p => [p.Id, p.Account, p.Account, p.Account, "", "", "", "1", "2", "2013-01-01", "en", "en", p.Text, p.Written("yyyy-MM-dd HH:mm"), "Web", "", "", "", "False", "", "", "absent", "absent", "0.0", "0.0", "0.0", "0.0", "[]", $"['{p.Link}']", "[]", ""])),
        ["x-v2"] = ("pages.jsonl", () => Lines(Posts.Chunk(50), page => new
        {
            data = page.Select(V2),
            includes = new { users = page.DistinctBy(p => p.Account).Select(User) },
            meta = new { result_count = page.Length },
            __twarc = new { version = "2" },
        })),
        ["x-v2 flattened"] = ("flat.jsonl", () => Lines(Posts, p => new { id = p.Id, text = p.Text, author_id = p.Account, created_at = p.Iso, entities = Entities(p), author = User(p) })),
        ["twarc-csv"] = ("twarc.csv", () => Table(
            "id,conversation_id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,referenced_tweets.quoted.id,author_id,in_reply_to_user_id,in_reply_to_username,retweeted_user_id,created_at,text,lang,entities.urls,entities.hashtags,entities.mentions,author.id,author.username,author.name",
            p => [p.Id, p.Id, "", "", "", p.Account, "", "", "", p.Iso, p.Text, "en", JsonSerializer.Serialize(new[] { new { expanded_url = p.Link } }), "", "", p.Account, p.Account, p.Account])),
        ["x-v1"] = ("v1.jsonl", () => Lines(Posts, p => new
        {
            id = long.Parse(p.Id, CultureInfo.InvariantCulture),
            id_str = p.Id,
            created_at = p.Written("ddd MMM dd HH:mm:ss +0000 yyyy"),
            full_text = p.Text,
            user = new { id_str = p.Account, screen_name = p.Account, name = p.Account },
            entities = new { urls = new[] { new { expanded_url = p.Link } } },
        })),
        ["fivethirtyeight"] = ("ira.csv", () => Table(
            "external_author_id,author,content,region,language,publish_date,harvested_date,following,followers,updates,post_type,account_type,retweet,account_category,tweet_id,article_url",
            p => ["1", p.Account, $"{p.Text} {p.Link}", "Unknown", "English", p.Written("M/d/yyyy H:mm"), p.Written("M/d/yyyy H:mm"), "1", "2", "3", "", "Right", "0", "Other", p.Id, "https://example.example/" + p.Id])),
        ["bluesky-jetstream"] = ("jetstream1.jsonl", () => Lines(Posts, p => new
        {
            did = "did:plc:" + p.Account,
            time_us = p.UnixUs + 80_000,
            kind = "commit",
            commit = new { rev = "r", operation = "create", collection = "app.bsky.feed.post", rkey = Tid(p), cid = "c", record = Record(p) },
        })),
        ["bluesky-jetstream version 2"] = ("jetstream2.jsonl", () => Lines(Posts, p => new Dictionary<string, object>
        {
            ["$type"] = "message",
            ["payload"] = new Dictionary<string, object>
            {
                ["$type"] = "network.bsky.jetstream.subscribeEvents#commit",
                ["seq"] = 1,
                ["did"] = "did:plc:" + p.Account,
                ["time"] = p.Written("yyyy-MM-ddTHH:mm:ss.ffffffZ"),
                ["operation"] = "create",
                ["collection"] = "app.bsky.feed.post",
                ["rkey"] = Tid(p),
                ["record"] = Record(p),
            },
        })),
        ["telegram"] = ("result.json", () => JsonSerializer.Serialize(new
        {
            name = "Harbour talk",
            type = "public_supergroup",
            id = 7,
            messages = Posts.Select((p, i) => new
            {
                id = i,
                type = "message",
                date = p.Written("yyyy-MM-ddTHH:mm:ss"),
                date_unixtime = $"{p.UnixSeconds}",
                from = p.Account,
                from_id = "user" + p.Account,
                text = new object[] { p.Text + " ", new { type = "link", text = p.Link } },
                text_entities = new[] { new { type = "plain", text = p.Text + " " }, new { type = "link", text = p.Link } },
            }),
        })),
        ["csv"] = ("own.csv", () => Table("post_id,account,time,text,link", p => [p.Id, p.Account, p.Written("yyyy-MM-dd HH:mm:ss"), p.Text, p.Link])),
    };

    /// <summary>A table with columns of the user's own names, line breaks inside quotes, and this delimiter.</summary>
    public static string OwnTable(char delimiter, string newLine = "\n") =>
        string.Join(delimiter, "who", "said", "when", "addr") + newLine + string.Concat(Posts.Select(p =>
            string.Join(delimiter, Quoted(p.Account), Quoted($"{p.Text}{newLine}second line; with, signs"), p.Written("yyyy-MM-dd HH:mm:ss"), Quoted(p.Link)) + newLine));

    /// <summary>A table of the usual column names.</summary>
    public static string Table(string header, Func<SamplePost, string[]> cells) =>
        header + "\n" + string.Concat(Posts.Select(p => string.Join(',', cells(p).Select(Quoted)) + "\n"));

    /// <summary>The table of shares as CooRTweet has it.</summary>
    public static string Shares => Formats["coortweet"].Text();

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static List<SamplePost> Make()
    {
        var random = new Pcg32(3, 1);
        var made = new List<(string Account, DateTime Time, string Text, string Link)>();
        for (var day = 0; day < 16; day++)
        {
            var link = $"https://news.veyra.example/story-{day}";
            var published = new DateTime(2024, 5, 1 + day, 6, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(400));
            foreach (var account in Crew)
                made.Add((account, published.AddHours(1).AddMilliseconds(random.Next(6000)), $"The ferry will be late again, says the council on day {day}", link));
            foreach (var neighbour in Enumerable.Range(0, 50).OrderBy(_ => random.NextDouble()).Take(20))
                made.Add(($"neighbour{neighbour}", published.AddMilliseconds(-Math.Log(1 - random.NextDouble()) * 7_200_000), $"Reading number {random.Next(1_000_000)} about \"harbour\", schön é {day}", link));
        }

        var posts = new List<SamplePost>();
        var taken = new HashSet<long>();
        foreach (var (account, time, text, link) in made.OrderBy(post => post.Time))
        {
            var ms = (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
            while (!taken.Add(ms)) ms++;
            posts.Add(new SamplePost($"{(ms - 1288834974657) << 22}", account, DateTime.UnixEpoch.AddMilliseconds(ms), text, link));
        }

        return posts;
    }

    private static object V2(SamplePost p) => new { id = p.Id, text = p.Text, author_id = p.Account, created_at = p.Iso, entities = Entities(p) };

    private static object User(SamplePost p) => new { id = p.Account, username = p.Account, name = p.Account };

    private static object Entities(SamplePost p) => new { urls = new[] { new { expanded_url = p.Link } } };

    private static Dictionary<string, object> Record(SamplePost p) => new Dictionary<string, object>
    {
        ["$type"] = "app.bsky.feed.post",
        ["text"] = p.Text,
        ["createdAt"] = p.Iso,
        ["embed"] = new Dictionary<string, object> { ["$type"] = "app.bsky.embed.external", ["external"] = new { uri = p.Link } },
    };

    private static string Tid(SamplePost p)
    {
        const string Letters = "234567abcdefghijklmnopqrstuvwxyz";
        var (value, letters) = (p.UnixUs << 10, new char[13]);
        for (var i = 12; i >= 0; i--, value >>= 5) letters[i] = Letters[(int)(value & 31)];
        return new string(letters);
    }

    private static string Lines<T>(IEnumerable<T> items, Func<T, object> line) =>
        string.Concat(items.Select(item => JsonSerializer.Serialize(line(item)) + "\n"));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
