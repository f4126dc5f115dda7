using System.Collections.Immutable;
using Claque.Cases;
using Claque.Reading;
using Claque.Statistics;

namespace Claque.Tests.Reports;

/// <summary>An invented place, invented people and what they posted: the port of Veyra, its dam, and the ferry fare.</summary>
internal static class Invented
{
    public const long Second = 1_000_000;
    public const long Day = 86_400 * Second;

    /// <summary>2031-05-01 08:00:00 UTC.</summary>
    public const long Morning = 1_935_388_800 * Second;

    private static readonly string[] Handles =
        ["@marta_quay", "@veyra_voice", "@خبر_سد", "@lux_of_lorn", "@harbour_bell", "@صدای_ساحل", "@newsreed", "@r_kestrel", "@salt_and_tide", "@ferry_fan_12", "@oldmole_pier", "@dune_watch"];

    private static readonly string[] Names =
        ["Marta Quay", "Voice of Veyra", "خبر سد", "Lux", "Harbour Bell", "صدای ساحل", "The News Reed", "R. Kestrel", "Salt & Tide", "Ferry Fan", "", "Dune Watch"];

    private static readonly string[] Links =
    [
        "veyra-courier.example/story/the-dam-was-never-safe", "lornbay.example/ferry/fare-rise-secret-vote", "veyra-courier.example/story/minister-and-the-cement",
        "osmir-today.example/2031/05/cracks-in-the-wall", "tidepost.example/leak/42", "lornbay.example/opinion/who-pays-for-the-quay",
    ];

    public static AccountView Account(int number) =>
        new(number, "x", (730_000_000_000_000_100 + number).ToString(), Handles[(number - 1) % Handles.Length] + (number > Handles.Length ? "_" + number : ""), Names[(number - 1) % Names.Length]);

    public static PostView Post(int number, AccountView account, long timeUs, string text, string link = "", TimePrecision precision = TimePrecision.Millisecond) =>
        new(number, account, (1_700_000_000_000_000_000 + number).ToString(), timeUs, precision, text, link.Length > 0 ? ["https://" + link + "?utm=1"] : [],
            $"https://x.example/{account.NativeId}/status/{number}", number % 3 == 0 ? "veyra-may-week2.csv" : "veyra-may-week1.csv", 1000 + (number * 17));

    public static PairView Pair(int a, int b, string behaviour = "link", double windowS = 60, int weight = 5, double? p = null, double? q = null, string tier = "") =>
        new(Account(a), Account(b), behaviour, windowS, weight, weight + 3, weight, weight + 1, 14.25 + a, 11 + a, a, b, p, q, tier);

    public static CaseView Case { get; } = new(
        "/home/somebody/cases/veyra-dam.claque", "Is somebody organising the outcry over the Veyra dam?", new DateTimeOffset(2031, 5, 20, 9, 12, 0, TimeSpan.Zero), "0.1.0", false);

    public static RunView Run { get; } = new(
        2, new DateTimeOffset(2031, 5, 20, 9, 15, 42, TimeSpan.Zero), "0.1.0",
        """{"behaviours":["link","text","reshare"],"grouping":{"resolution":1,"seed":1},"max_accounts_per_object":5000,"min_weight":2,"windows_s":[10,60]}""",
        1, "9f2c1f6f0f0a4f7fb9d4c7d1c5e2a6b08e0f2d7a6d5b4c3a29180716253443ff", "unvalidated: no error rate",
        [
            new("link", 10, 48_211, 3_904, 9_120, 41, 2, 14_022, 0, ""), new("link", 60, 48_211, 3_904, 9_120, 87, 2, 14_022, 0, ""),
            new("text", 60, 31_480, 3_611, 27_003, 29, 0, 0, 112, ""), new("reshare", 60, 61_902, 4_018, 12_377, 0, 1, 9_310, 0, ""),
            new("hashtags", 10, 9_204, 1_100, 640, 0, 0, 0, 9_204, "87 % of the times are whole minutes; a window of 10 s needs whole seconds"),
        ],
        ["2 links were touched by more than 5,000 accounts and left out.", "112 posts with whole-minute times were left out of windows below 3 minutes."]);

    public static CaseFigures Figures { get; } = new(
        118_204, 4_212, Morning - (9 * Day), Morning + (16 * Day) + (4011 * Second), [new("x", 101_190), new("bluesky", 17_014)],
        [new("en", 80_112), new("fa", 31_004), new("", 7_088)], [new("millisecond", 118_092), new("minute", 112)], Days());

    public static ImmutableArray<SourceView> Sources { get; } =
    [
        new(1, "veyra-may-week1.csv", "5d41402abc4b2a76b9719d911017c592e3b0c44298fc1c149afbf4c8996fb924", 48_211_904, "X API v2 CSV", "account=author_id, time=created_at, id=id, text=text",
            71_344, 70_902, 0, 442, true, Morning - (9 * Day), Morning + (3 * Day), TimePrecision.Millisecond,
            [new("time missing", 401, "730000000000000188,,\"Look at this wall\"", 5_512), new("id in scientific notation", 41, "7.3E+17,2031-05-02T08:00:00Z", 60_113)]),
        new(2, "veyra-may-week2.csv", "7c211433f02071597741e6ff5a8ea34789abbf43e3b0c44298fc1c149afbf4c8", 30_900_112, "X API v2 CSV", "account=author_id, time=created_at, id=id, text=text",
            30_900, 30_288, 612, 0, true, Morning + (3 * Day), Morning + (16 * Day), TimePrecision.Minute, []),
        new(3, "jetstream-lorn.jsonl.gz", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 9_004_002, "Bluesky Jetstream v2", "", 17_204, 17_014, 0, 190, false,
            Morning - Day, Morning + (12 * Day), TimePrecision.Microsecond, [new("delete without record", 190, "{\"operation\":\"delete\"}", 77)]),
    ];

    public static ReportStamp Stamp { get; } = new(new DateTimeOffset(2031, 5, 20, 9, 16, 0, TimeSpan.Zero), "0.1.0");

    /// <summary>A rich case: three groups over all behaviours, two of single behaviours.</summary>
    public static ReportModel Model() => new(Case, Figures, Sources, Run, [Crew(), Scheduled(), Trio(), OfLinks(), OfTexts()])
    {
        GroupsFound = 5,
        Commands =
        [
            "claque import veyra-may-week1.csv veyra-may-week2.csv jetstream-lorn.jsonl.gz --case veyra-dam.claque",
            "claque detect veyra-dam.claque --behaviour link,text,reshare --window 10s,60s --min-weight 2 --seed 1", "claque report veyra-dam.claque --out report.html",
        ],
    };

    /// <summary>The same case as it looks once a run has tested its pairs.</summary>
    public static ReportModel Tested()
    {
        var model = Model();
        return model with
        {
            Run = model.Run with { ErrorControl = "Groups are named at a false-discovery rate of 1 %; 812,004 pairs were tested, 0.4 false pairs are expected." },
            Groups = [.. model.Groups.Select(shown => shown with
            {
                Group = shown.Group with { Tier = shown.Group.Number == 2 ? "at_publication" : "named" },
                Pairs = [.. shown.Pairs.Select((pair, i) => pair with { P = 3.2e-9 * (i + 1), Q = 0.00061 * (i + 1), Tier = "named" })],
                Sensitivity = shown.Group is not { Number: 1, Behaviour: "" } ? [] :
                [
                    new(1, "as_run", "as run", 9, 9, 0, 1, 3.1e-12), new(1, "windows", "only 10 s", 9, 3, 2, 2, 0.2),
                    new(1, "windows", "windows doubled", 9, 9, 0, 1, 4e-10), new(1, "behaviours", "without link", 9, 0, 0, 0, 1),
                ],
            })],
            Sections =
            [
                new("Self-audit", [new Paragraph("Fine times were redrawn 200 times; 0 accounts were named by chance in 198 rounds."),
                    new ReportTable("Accounts named under redrawn times", [new("Round"), new("Accounts", true)], [["1 to 198", "0"], ["199", "2"], ["200", "3"]])]),
            ],
        };
    }

    public static ReportGroup Crew()
    {
        var members = Enumerable.Range(1, 9).ToArray();
        var points = ImmutableArray.CreateBuilder<TimelineAct>();
        var random = new Pcg32(7);
        for (var story = 0; story < Links.Length; story++)
        {
            var start = Morning + (story * 34 * 3600 * Second);
            foreach (var member in members.Where(member => (member + story) % 4 != 0))
                points.Add(new TimelineAct(Account(member), start + (random.Next(43_000) * 1000L), "link", Links[story]));
        }

        for (var text = 0; text < 2; text++)
            foreach (var member in members.Where(member => member % 3 != 0))
                points.Add(new TimelineAct(Account(member), Morning + (51 * 3600 * Second) + (text * 41 * 3600 * Second) + (random.Next(55_000) * 1000L), "text", text == 0 ? "they have lied to you about the dam for years" : "سال‌هاست دربارهٔ سد به شما دروغ گفته‌اند"));
        points.Add(new TimelineAct(Account(4), Morning + (40 * 3600 * Second), "link", Links[1]));
        return new ReportGroup(
            new GroupView(
                1, "", ["link", "text"], 31, 31 / 36.0, 142, 8, 11.4, Morning, Morning + (8 * Day), "", Members(members),
                ["A scheduling tool that publishes for several accounts at set times.", "A fan club that answers one call: look for an open invitation shortly before 08:00 UTC.", "A newsroom whose accounts repeat its own stories."]),
            Pairs(members, 12), 31, Exhibits(), 142, points.ToImmutable());
    }

    public static ReportGroup Scheduled()
    {
        var members = new[] { 10, 11, 12, 13 };
        var points = Enumerable.Range(0, 5).SelectMany(day => members.Select(member =>
            new TimelineAct(Account(member), Morning + (day * Day) + (member * Second / 2), "link", $"tidepost.example/daily/{day + 1}"))).ToImmutableArray();
        return new ReportGroup(
            new GroupView(2, "", ["link"], 6, 1, 30, 5, 0.5, points[0].TimeUs, points[^1].TimeUs, "", Members(members), ["Regular delay: the gaps hardly vary, as with feeds and schedulers."]),
            Pairs(members, 6), 6,
            [new ExhibitView("link", "tidepost.example/daily/1", Post(61, Account(10), Morning + (5 * Second), ""), Post(62, Account(11), Morning + (5 * Second) + 500_000, "tidepost.example/daily/1", "tidepost.example/daily/1"), 0.5)],
            60, points);
    }

    private static ReportGroup Trio() => new(
        new GroupView(3, "", ["reshare"], 2, 2 / 3.0, 4, 2, 31, Morning + Day, Morning + (2 * Day), "", Members([14, 15, 16]), []), Pairs([14, 15, 16], 2), 2, [], 0, []);

    private static ReportGroup OfLinks() => new(
        new GroupView(1, "link", ["link"], 20, 20 / 28.0, 92, 6, 12, Morning, Morning + (8 * Day), "", Members([1, 2, 3, 4, 5, 6, 7, 8]), []), [], 20, [], 0, []);

    private static ReportGroup OfTexts()
    {
        var crew = Crew();
        return crew with
        {
            Group = crew.Group with { Behaviour = "text", Behaviours = ["text"], Members = Members([1, 2, 4, 5, 7, 8]), PairCount = 11, Objects = 2 },
            Pairs = Pairs([1, 2, 4], 3, "text"),
            Exhibits = crew.Exhibits[1..2],
            Timeline = [.. crew.Timeline.Where(point => point.Behaviour == "text")],
        };
    }

    private static ImmutableArray<ExhibitView> Exhibits() =>
    [
        new("link", Links[0], Post(1, Account(1), Morning + (2 * Second) + 114_000, "They have lied to you about the dam for years. Read this before it is deleted, friends: https://veyra-courier.example/story/the-dam-was-never-safe", Links[0]),
            Post(2, Account(2), Morning + (5 * Second) + 402_000, "They have lied to you about the dam for years. Read this before it is deleted: https://veyra-courier.example/story/the-dam-was-never-safe", Links[0]), 3.288),
        new("text", "سال‌هاست دربارهٔ سد به شما دروغ گفته‌اند", Post(4, Account(3), Morning + (51 * 3600 * Second), "سال‌هاست دربارهٔ سد به شما دروغ گفته‌اند. این را پیش از حذف بخوانید: lornbay.example"),
            Post(5, Account(6), Morning + (51 * 3600 * Second) + (7 * Second), "سال‌هاست دربارهٔ سد به شما دروغ گفته‌اند. فوری! lornbay.example"), 7),
        new("link", Links[2], Post(7, Account(5), Morning + (68 * 3600 * Second) + (41 * Second), "The minister and the cement 🏗️ — follow the money", Links[2], TimePrecision.Second),
            Post(8, Account(9), Morning + (68 * 3600 * Second) + (29 * Second), "Cement\u200B, minister, money.\u202Egnp.exe", Links[2], TimePrecision.Second), -12),
        new("link", Links[3], Post(9, Account(7), Morning + (102 * 3600 * Second), "水坝从来都不安全，请在删除之前阅读这篇文章", Links[3], TimePrecision.Minute),
            Post(10, Account(8), Morning + (102 * 3600 * Second), "水坝从来都不安全，请转发", Links[3], TimePrecision.Minute), 0),
    ];

    private static ImmutableArray<PairView> Pairs(int[] members, int count, string behaviour = "link") =>
        [.. members.SelectMany((a, i) => members.Skip(i + 1).Select(b => (a, b))).Take(count).Select((pair, i) => Pair(pair.a, pair.b, behaviour, weight: Math.Max(2, 9 - i)))];

    private static ImmutableArray<MemberView> Members(int[] numbers) =>
        [.. numbers.Select((number, i) => new MemberView(Account(number), numbers.Length - 1 - (i / 3), 14 - i, 20 + (31 * i), (14 - i) / (20.0 + (31 * i))))];

    private static ImmutableArray<DayCount> Days()
    {
        var random = new Pcg32(3);
        return [.. Enumerable.Range(-9, 26).Where(day => day is not (4 or 5)).Select(day => new DayCount(Morning - (8 * 3600 * Second) + (day * Day), 2000 + random.Next(1500) + (day is >= 0 and < 4 ? 9000 / (day + 1) : 0)))];
    }
}
