using Claque.Reading;

namespace Claque.Tracing;

/// <summary>A source that keeps what was made of its posts, so that the next look at them does not read them again.</summary>
public interface IKeepsCorpus : IPostSource
{
    /// <summary>The corpus made with these options of the posts as they are now; null when none was kept, or rules or posts have changed.</summary>
    Corpus? Kept(TraceOptions options);

    /// <summary>Keeps a corpus; may decide not to.</summary>
    void Keep(Corpus corpus, TraceOptions options);
}
