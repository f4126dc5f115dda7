using System.Text.Json;
using Claque.Cases;
using Claque.Reports.Wording;

namespace Claque.Cli.Terminal;

/// <summary>Accounts that are worth a look and that nothing names, as a table for people and as JSON for programs.</summary>
internal static class SurfacedOutput
{
    private const int Most = 10;

    /// <summary>Writes nothing when there are none.</summary>
    public static void WriteTable(TextWriter to, IReadOnlyList<SurfacedView> surfaced)
    {
        if (surfaced.Count == 0) return;
        to.WriteLine();
        to.WriteLine("Worth a look, no finding");
        Cut.WriteWrapped(to, SurfacedWords.Meaning, "  ", "  ");
        foreach (var tier in surfaced.GroupBy(one => one.Tier))
        {
            to.WriteLine($"  {SurfacedWords.Caption(tier.Key)}: {tier.Count():N0} {(tier.Count() == 1 ? "account" : "accounts")}");
            foreach (var one in tier.Take(Most)) Cut.WriteWrapped(to, $"{Cut.Line(one.Account.Label, 30)}  {one.Why}", "    ", "      ");
            if (tier.Count() > Most) to.WriteLine($"    … and {tier.Count() - Most:N0} more; --accounts and --json list all.");
        }
    }

    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<SurfacedView> surfaced)
    {
        json.WriteStartArray();
        foreach (var one in surfaced)
        {
            json.WriteStartObject();
            json.WriteString("account", one.Account.NativeId);
            json.WriteString("handle", one.Account.Handle);
            json.WriteString("tier", one.Tier);
            if (one.Circle is { } circle) json.WriteNumber("circle", circle);
            else json.WriteNull("circle");
            json.WriteStartArray("behaviours");
            foreach (var behaviour in one.Behaviours) json.WriteStringValue(behaviour);
            json.WriteEndArray();
            json.WriteString("why", one.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
