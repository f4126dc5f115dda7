using System.Text.Json;

namespace Claque.Reports.Wording;

/// <summary>Reads the options of a run, which come from a case file that may have been damaged or made by hand.</summary>
internal static class OptionsJson
{
    /// <summary>What is read from the options; <paramref name="otherwise"/> when they are no JSON.</summary>
    public static T Read<T>(string json, Func<JsonElement, T> read, T otherwise)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        // Beside broken JSON: broken surrogates, bare (argument) or written as escapes (operation).
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidOperationException)
        {
            return otherwise;
        }
    }
}
