using Claque.Reading;
using Claque.Statements.Comparing;

namespace Claque.Web;

/// <summary>Which articles seem to be of one event or subject: groups of two or more, and how many are like no other.</summary>
internal sealed record KeptSubjects(int[][] Groups, int Alone);

/// <summary>The study of subjects.</summary>
internal static class SubjectStudy
{
    public const string Name = "subjects";

    // The work grows with the pairs of articles that share a middling rare word: 6 CPU s at 2,500 real articles, 46 at 8,110; not measured on more.
    private const int MostArticles = 7000;

    public static StudyMade Make(Shelf shelf, Job job)
    {
        if (shelf.Articles.Count > MostArticles)
            throw new InputException($"The case has {shelf.Articles.Count} articles; groups are proposed among up to {MostArticles}. Choose the articles to compare in the list of articles.");
        job.Report(new StageProgress("comparing every article with every other", 0, null));
        var groups = EventGroups.Of(shelf.Articles, job.Stop).Groups;
        var kept = new KeptSubjects(
            [.. groups.Where(group => group.Count > 1).OrderByDescending(group => group.Count).ThenBy(group => group[0]).Select(group => group.Select(article => article + 1).ToArray())],
            groups.Count(group => group.Count == 1));
        return new StudyMade(StudyMaking.Json(kept, KeptJson.Default.KeptSubjects), []);
    }
}
