using System.Buffers;

namespace Claque.Reports;

/// <summary>Writes names into command lines that are shown for copying.</summary>
public static class Shell
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/\\:+@%,=~");

    /// <summary>The name as one word: in quotes where it has blanks or signs that a shell would read.</summary>
    public static string Word(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Plain) ? name : $"\"{name}\"";
}
