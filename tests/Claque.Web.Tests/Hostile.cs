namespace Claque.Tests.Web;

/// <summary>Posts that try to be more than text.</summary>
internal static class Hostile
{
    public const string Script = "<script>alert('hostilemark')</script><img src=x onerror=alert(1)>";
    public const string Bidi = "hostilemark \u202Eelgoog.example\u202C end";
    public const string Formula = "=cmd|' /C calc'!A0 hostilemark";
    public const string ZeroWidth = "hostilemark\u200B\u200B\u200Bzero";

    public static string Huge { get; } = "hostilemark " + new string('x', 50_000);

    public static IEnumerable<string> Posts { get; } =
    [
        .. new[] { Script, Bidi, Formula, ZeroWidth, Huge }.Select((text, i) => $"h{i},\"<b>evil{i}</b>\",2024-05-03T10:0{i}:00Z,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",en,https://evil.example/x"),
    ];
}
