using System.Text;
using Claque.Simulation;

namespace Claque.Reports;

/// <summary>Simulated posts as files.</summary>
public static class SimulatedFiles
{
    /// <summary>Writes <c>posts.csv</c> and <c>truth.csv</c> into a folder that is there; gives the path of the posts.</summary>
    public static string Write(string folder, Simulated simulated)
    {
        var posts = Path.Combine(folder, "posts.csv");
        using (var file = new StreamWriter(posts, append: false, new UTF8Encoding(false))) simulated.WritePosts(file);
        using (var file = new StreamWriter(Path.Combine(folder, "truth.csv"), append: false, new UTF8Encoding(false))) simulated.WriteTruth(file);
        return posts;
    }
}
