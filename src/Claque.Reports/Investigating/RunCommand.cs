using System.Text.Json;

namespace Claque.Reports;

/// <summary>Writes a stored run's options as the command line that repeats it.</summary>
public static class RunCommand
{
    /// <summary>The options of <c>claque detect</c>, defaults included, so that a later version with other defaults repeats the run too.</summary>
    public static string Options(string optionsJson)
    {
        using var document = JsonDocument.Parse(optionsJson);
        var options = document.RootElement;
        var parts = new List<string>();
        if (options.GetProperty("behaviours").GetString() is { } behaviours) parts.Add($"--behaviour {behaviours}");
        parts.Add($"--window {string.Join(',', options.GetProperty("windows_s").GetString()!.Split(',').Select(s => s + "s"))}");
        parts.Add($"--min-weight {options.GetProperty("min_weight").GetInt32()}");
        var limit = options.GetProperty("max_object_accounts");
        parts.Add($"--max-object-accounts {(limit.ValueKind == JsonValueKind.Null ? "none" : limit.GetInt32())}");
        parts.Add($"--min-words {options.GetProperty("min_words").GetInt32()}");
        parts.Add($"--min-hashtags {options.GetProperty("min_hashtags").GetInt32()}");
        parts.Add($"--similarity {options.GetProperty("similarity").GetDouble()}");
        var alpha = options.GetProperty("alpha");
        parts.Add(alpha.ValueKind == JsonValueKind.Null ? "--no-test" : $"--alpha {alpha.GetDouble()}");
        parts.Add($"--seed {options.GetProperty("seed").GetUInt64()}");
        return string.Join(' ', parts);
    }
}
