namespace Claque.Tracing;

/// <summary>A running count for a <see cref="CorpusNote"/>.</summary>
internal sealed class Tally(string what)
{
    public long Count { get; set; }

    public CorpusNote Note => new(Count, what);

    /// <summary>Adds the count of another tally of the same thing, which begins anew.</summary>
    public void TakeCount(Tally other)
    {
        Count += other.Count;
        other.Count = 0;
    }
}

/// <summary>What is counted while posts become acts, in the order in which it is reported.</summary>
internal sealed class Tallies(TraceOptions options)
{
    public Tally WithoutAccount { get; } = new("posts without an account, left out");

    public Tally Repeats { get; } = new("posts that came again with the same account and id: their further objects were added, their time is the first one's");

    public Tally ReshareByText { get; } = new("posts taken for reshares because their text begins with RT @…:");

    public Tally ReshareMatchedByText { get; } = new("reshares without the id of the post, matched by their text");

    public Tally ReshareUnknown { get; } = new($"reshares without the id of the post and with fewer than {options.MinWords} words, left out of reshare");

    public Tally MissingValues { get; } = new("ids and values that only stand for a missing value (NA, null, 0 …), left out");

    public Tally NotWeb { get; } = new("links that are no address of the web, left out");

    public Tally Portals { get; } = new("links to the front page of a host, left out of link: they are too common");

    public Tally CutLinks { get; } = new("links cut off in the text, left out");

    public Tally FewHashtags { get; } = new($"posts with fewer than {options.MinHashtags} different hashtags, left out of hashtags");

    public Tally ShortTexts { get; } = new($"texts with fewer than {options.MinWords} words, left out of text and similar-text");

    public Tally AloneTexts { get; } = new("texts that no other is like, left out of similar-text");

    public IEnumerable<CorpusNote> Notes => All.Where(tally => tally.Count > 0).Select(tally => tally.Note);

    private Tally[] All => field ??=
    [
        WithoutAccount, Repeats, ReshareByText, ReshareMatchedByText, ReshareUnknown, MissingValues, NotWeb, Portals, CutLinks,
        FewHashtags, ShortTexts, AloneTexts,
    ];

    /// <summary>Adds the counts of another, which begin anew.</summary>
    public void TakeCounts(Tallies other)
    {
        for (var i = 0; i < All.Length; i++) All[i].TakeCount(other.All[i]);
    }
}
