using Claque.Reading;
using Claque.Tests.Shared;
using Claque.TextEvidence;
using Claque.Validation;

namespace Claque.Tests.TextEvidence;

/// <summary>Real posts: ordinary people are left alone, a known operation is not.</summary>
public sealed class TextOnRealDataTests
{
    [DataFact("data/control_ep2014")]
    public void Of_people_who_write_to_candidates_nobody_is_named() =>
        Read("control_ep2014/ep_election_tweets_2014.csv.gz", "account=account,text=text,time=created_utc,type=type").Verdict.NamedAccounts.ShouldBe(0);

    [DataFact("data/control_uk2014")]
    public void Of_people_who_answer_candidates_nobody_is_named() =>
        Read("control_uk2014/uk_candidates_replies_2014.csv.gz", "id=post_id,account=account,text=text,time=created_utc").Verdict.NamedAccounts.ShouldBe(0);

    [DataFact("data/control_airline2015")]
    public void Of_people_who_complain_to_airlines_nobody_is_named() =>
        Read("control_airline2015/airline_2015.csv.gz", "account=account,text=text,time=created_local_-0800", "-08:00").Verdict.NamedAccounts.ShouldBe(0);

    [DataFact("data/ira_tweets")]
    public void Of_the_accounts_of_a_troll_farm_a_quarter_is_named_by_their_texts()
    {
        var (pool, verdict) = Read("ira_tweets/slice_2015-08-01_14.csv.gz", "account=author_id,text=content,time=publish_date_utc,type=post_type");
        pool.Intake.Authors.ShouldBe(687);
        verdict.NamedAccounts.ShouldBeGreaterThanOrEqualTo(172);
        verdict.Pairs.Where(pair => pair.Tier == Tier.Named).ShouldAllBe(pair => pair.Texts.Length >= 2);
    }

    private static (TextPool Pool, TextVerdict Verdict) Read(string file, string map, string? zone = null)
    {
        var path = RealData.Folder("data/" + file);
        var posts = new FilePosts(path, Path.GetFileName(path), new ReadOptions { Map = ReadOptions.ParseMap(map), TimeZone = zone });
        var pool = TextPool.Collect(posts, new TextEvidenceOptions());
        return (pool, TextInCommon.Test(pool, new TextEvidenceOptions()));
    }
}
