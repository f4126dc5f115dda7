using System.Text;

namespace Claque.Tests.Browser;

/// <summary>Small files of invented posts.</summary>
internal static class Invented
{
    /// <summary>Six accounts post 25 links within seconds of each other, among sixty who post the same links when they like; two rows cannot be used.</summary>
    public static string Csv
    {
        get
        {
            var rows = new StringBuilder("post_id,account_id,created_at,text,url\n");
            var start = new DateTime(2024, 3, 4, 8, 0, 0, DateTimeKind.Utc);
            var number = 0;
            var chance = new Claque.Statistics.Pcg32(3);
            for (var link = 0; link < 25; link++)
            {
                var moment = start.AddHours(link * 13).AddSeconds(chance.Next(30_000));
                for (var account = 0; account < 6; account++)
                    Row($"echo{account}", moment.AddSeconds(chance.Next(40)), $"Read this before it is gone, number {link}", $"https://ferry-times.example/story-{link}");
                for (var other = 0; other < 30; other++)
                    Row($"neighbour{chance.Next(60)}", moment.AddSeconds(chance.Next(100_000) - 20_000), $"Well, number {link}, said neighbour {other} of {chance.Next(1000)}", $"https://ferry-times.example/story-{link}");
            }

            rows.Append("x1,echo0,not a time,late,https://ferry-times.example/story-1\nx2,,2024-03-04T08:00:00Z,nobody,https://ferry-times.example/story-1\n");
            return rows.ToString();

            void Row(string account, DateTime time, string text, string url) => rows.Append($"{++number},{account},{time:yyyy-MM-ddTHH:mm:ssZ},\"{text}\",{url}\n");
        }
    }

    /// <summary>Posts that try to act: markup, script, direction controls, hidden characters, a very long word, stacked marks.</summary>
    public static string Hostile
    {
        get
        {
            string[] texts =
            [
                "<script>alert(1)</script><img src=x onerror=alert(2)>",
                "\"><svg onload=alert(3)> {{7*7}} ${alert(4)} javascript:alert(5)",
                "exe.\u202Egnp.harmless \u2066isolated\u2069 \u200Ehidden",
                "zero\u200Bwidth\u2060joined\uFEFF and tag \U000E0041\U000E0042",
                "\u0633\u0627\u0644\u200C\u0647\u0627\u0633\u062A <b>\u0641\u0648\u0631\u06CC</b> \u0627\u06CC\u0646 \u0631\u0627 \u0628\u062E\u0648\u0627\u0646\u06CC\u062F",
                "z" + new string('\u0301', 40) + "algo",
                new string('W', 6000),
            ];
            var rows = new StringBuilder("post_id,account_id,username,created_at,text,url\n");
            var start = new DateTime(2024, 3, 4, 8, 0, 0, DateTimeKind.Utc);
            var number = 0;
            for (var turn = 0; turn < texts.Length; turn++)
                for (var account = 0; account < 3; account++)
                    rows.Append($"h{++number},a{account},\"<b>bold{account}</b>\u202Eevil\",{start.AddHours(turn * 5).AddSeconds(account):yyyy-MM-ddTHH:mm:ssZ},\"{texts[turn].Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"https://evil.example/{turn}?<script>alert(6)</script>\"\n");
            return rows.ToString();
        }
    }
}
