namespace Claque.Tests.Shared;

/// <summary>A test on real data that cannot be redistributed: skipped, with the reason, where the data are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute(string folder)
    {
        if (!Directory.Exists(RealData.Folder(folder)))
            Skip = $"needs the real data '{folder}' beside the repository, in ../shared";
    }
}

/// <summary>Where the real data lie when they are there, and the root of the repository.</summary>
public static class RealData
{
    /// <summary>The folder that holds Claque.slnx, found by walking up from the test binary.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below ../shared: <c>golden</c>, <c>data/coortweet_russian</c> …</summary>
    public static string Folder(string relative) => Path.Combine(Shared, relative);

    private static string Shared =>
        Environment.GetEnvironmentVariable("CLAQUE_SHARED") ?? Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Claque.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Claque.slnx was not found above " + AppContext.BaseDirectory);
    }
}
