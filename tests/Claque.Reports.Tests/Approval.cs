using Claque.Tests.Shared;

namespace Claque.Tests.Reports;

/// <summary>Compares text with a file that somebody looked at and approved.</summary>
internal static class Approval
{
    /// <summary>Fails when the text differs from <c>Approved/{name}</c>, and writes it beside as <c>.received</c>, to be looked at and copied over.</summary>
    public static void Verify(string name, string text)
    {
        var folder = Path.Combine(RealData.Root, "tests", "Claque.Reports.Tests", "Approved");
        var approved = Path.Combine(folder, name);
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text.ReplaceLineEndings("\n")) return;
        var received = Path.Combine(folder, Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name));
        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Fail($"{received} differs from {name}. Look at it; when it is right, copy it over the approved file.");
    }
}
