using System.Globalization;
using System.Text;
using Claque.Cases;
using Claque.Reading;
using Claque.Reports;

namespace Claque.Tests.Web;

/// <summary>A case about an invented harbour: six accounts pass on the same links within seconds of each other, forty others do not.</summary>
internal static class InventedCase
{
    public static readonly DateTimeOffset Now = new(2024, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<byte[]> Detected = new(() => Make(Hostile.Posts));

    /// <summary>Writes the case, with one run, to a path.</summary>
    public static void Write(string path) => File.WriteAllBytes(path, Detected.Value);

    /// <summary>The posts as a CSV file.</summary>
    public static string Csv(IEnumerable<string>? further = null)
    {
        var csv = new StringBuilder("id,user_id,created_at,text,lang,link\n");
        var start = new DateTime(2024, 5, 1, 8, 0, 0, DateTimeKind.Utc);
        var id = 0;
        for (var day = 0; day < 20; day++)
        {
            var link = $"https://harbour{day % 5}.example/story-{day}";
            // The crew, in two languages, within twenty seconds at a time of day of its own.
            for (var member = 0; member < 6; member++)
                Row($"crew{member}", start.AddDays(day).AddMinutes(37 * (day % 13)).AddSeconds(4 * member), member % 2 == 0 ? "fa" : "en", $"سد بندر {day} the harbour wall number {day}", link);
            for (var other = 0; other < 40; other++)
                if ((other + day) % 4 == 0) Row($"person{other}", start.AddDays(day).AddMinutes((other * 31 % 720) + 20), "en", $"a walk by the pier {other} {day}", link);
        }

        foreach (var row in further ?? []) csv.Append(row).Append('\n');
        return csv.ToString();

        void Row(string account, DateTime time, string language, string text, string link) =>
            csv.Append(CultureInfo.InvariantCulture, $"p{++id},{account},{time:yyyy-MM-ddTHH:mm:ssZ},{text},{language},{link}\n");
    }

    private static byte[] Make(IEnumerable<string> further)
    {
        var folder = Directory.CreateTempSubdirectory("claque-web-").FullName;
        try
        {
            var (posts, path) = (Path.Combine(folder, "posts.csv"), Path.Combine(folder, "harbour.claque"));
            File.WriteAllText(posts, Csv(further));
            using (var made = CaseFile.Create(path, "Who pushes the harbour stories?", Now, "0.1.0"))
            {
                FileImport.Run(made, new FileToImport(posts, "posts.csv", IsTemporary: false), new ReadOptions { Now = Now }, null, Now, CancellationToken.None);
                var findings = Detection.Run(made.Posts(), new DetectionOptions());
                RunStorage.Save(made, findings, [], Now, "0.1.0");
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
