using Claque.TextEvidence;
using static Claque.Tests.TextEvidence.Said;

namespace Claque.Tests.TextEvidence;

public sealed class TextClassTests
{
    [Fact]
    public void The_same_words_beside_a_link_to_the_same_page_are_the_pages()
    {
        var posts = Public(40).ToList();
        for (var text = 0; text < 6; text++)
            foreach (var account in (string[])["ann", "bob"])
                posts.Add(At(50 + text * 20, account, Words(text), $"https://norrowick.example/{text}"));
        posts.Verdict().TextsOf(TextClass.Page).ShouldBe(6);
        posts.Names().ShouldBeEmpty();
    }

    [Fact]
    public void The_same_words_beside_links_to_different_pages_count()
    {
        var posts = Public(40).ToList();
        for (var text = 0; text < 12; text++)
            foreach (var account in (string[])["ann", "bob"])
                posts.Add(At(50 + text * 20, account, Words(text), $"https://{account}.example/{text}"));
        posts.Verdict().TextsOf(TextClass.Page).ShouldBe(0);
        posts.Names().ShouldBe(["ann", "bob"]);
    }

    [Fact]
    public void Words_that_end_in_via_and_a_handle_are_a_share_buttons()
    {
        var posts = Public(40).ToList();
        for (var text = 0; text < 6; text++)
            foreach (var account in (string[])["ann", "bob"]) posts.Add(At(50 + text * 20, account, Words(text) + " via @norrowick"));
        posts.Verdict().TextsOf(TextClass.ShareButton).ShouldBe(6);
        posts.Names().ShouldBeEmpty();
    }

    [Fact]
    public void A_template_with_another_name_in_it_is_a_formula()
    {
        // Twelve words everybody has, four of one's own: too few to be a text of one's own.
        var posts = Public(40).ToList();
        for (var signer = 0; signer < 40; signer++)
            for (var letter = signer % 2; letter < 6; letter += 2 + signer % 3)
                posts.Add(At(10 + letter * 150 + signer * .4, $"signer{signer}", $"{Words(letter)} yours {Vocabulary(signer)} of {Vocabulary(signer + 7)}"));
        posts.Verdict().TextsOf(TextClass.Formula).ShouldBeGreaterThan(0);
        posts.Names().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_good_part_of_a_crowd_says_on_one_day_is_a_slogan()
    {
        // Thirty people at three rallies; each says two or three of the six slogans of the day.
        var posts = Public(40).ToList();
        for (var rally = 0; rally < 3; rally++)
            for (var person = 0; person < 30; person++)
                for (var shout = 0; shout < 2 + person % 2; shout++)
                    posts.Add(At(100 + rally * 200 + person * .1, $"marcher{person}", Words(rally * 6 + (person * 5 + shout * (1 + person / 6)) % 6)));
        var options = new TextEvidenceOptions { FormulaAccounts = 1000 };
        posts.Verdict(options).TextsOf(TextClass.Slogan).ShouldBeGreaterThan(10);
        posts.Names(options: options).ShouldBeEmpty();
    }

    [Fact]
    public void What_people_repeat_at_unrelated_times_is_from_stock()
    {
        // Twenty people post six of thirty lines each, whenever it suits them.
        var posts = Public(40).ToList();
        for (var person = 0; person < 20; person++)
            for (var line = 0; line < 6; line++)
                posts.Add(At((person * 131 + line * 97.7) % 720, $"singer{person}", Words((person * 7 + line * 11) % 30)));
        posts.Verdict().TextsOf(TextClass.Stock).ShouldBeGreaterThan(15);
        posts.Names().ShouldBeEmpty();
    }

    [Fact]
    public void A_few_accounts_that_share_all_their_common_texts_are_a_circle_and_no_crowd() =>
        Public(40).Concat(Crew("worker", 8, 8)).Verdict().TextsOf(TextClass.Circle).ShouldBe(8);

    [Fact]
    public void A_circle_that_repeats_texts_at_unrelated_times_cannot_be_told_from_a_stock()
    {
        var posts = Public(40).ToList();
        for (var member = 0; member < 8; member++)
            for (var text = 0; text < 8; text++) posts.Add(At((member * 90 + text * 201) % 720, $"member{member}", Words(text)));
        posts.Verdict().TextsOf(TextClass.Stock).ShouldBe(8);
        posts.Names().ShouldBeEmpty();
    }

    [Fact]
    public void A_text_of_everybody_is_left_out_before_pairs_are_made()
    {
        var posts = Enumerable.Range(0, 30).Select(account => At(account, $"a{account}", Words(1)));
        posts.Verdict(new TextEvidenceOptions { MaxAccountsPerText = 20 }).TextsOf(TextClass.Everybody).ShouldBe(1);
    }

    [Fact]
    public void Where_too_many_meet_the_texts_of_the_most_accounts_are_left_out_and_the_limit_is_told()
    {
        // Twenty publishers make 190 pairs, two make one.
        var posts = Enumerable.Range(0, 20).Select(account => At(account, $"a{account}", Words(50))).Concat(Crew("worker", 2, 4));
        var verdict = posts.Verdict(new TextEvidenceOptions { MaxMeetings = 100 });
        (verdict.AccountsPerText, verdict.TextsOf(TextClass.Everybody), verdict.Pairs.Length).ShouldBe((19, 1, 1));
        posts.Verdict(new TextEvidenceOptions { MaxMeetings = 194 }).TextsOf(TextClass.Everybody).ShouldBe(0);
    }

    [Fact]
    public void Every_text_has_one_class()
    {
        var posts = Public(20).Concat(Crew("worker", 3, 4)).ToList();
        var verdict = posts.Verdict();
        verdict.Classes.Sum(count => count.Texts).ShouldBe(204);
        verdict.Classes.Sum(count => count.Posts).ShouldBe(posts.Count);
        verdict.Intake.Kept.ShouldBe(posts.Count);
    }

    [Fact]
    public void What_is_set_aside_can_be_shown()
    {
        var posts = Public(10).ToList();
        for (var account = 0; account < 3; account++) posts.Add(At(5 + account, $"reader{account}", Words(1), "https://norrowick.example/1"));
        var ordered = posts.OrderBy(post => post.Time, StringComparer.Ordinal).ToList();
        var example = ordered.Verdict().Classes.Single(count => count.Class == TextClass.Page).Examples.Single();
        (ordered[example].Account, ordered[example].Text).ShouldBe(("reader0", Words(1)));
    }

    [Fact]
    public void Every_post_without_a_text_of_its_own_is_counted_with_its_reason()
    {
        var verdict = new[]
        {
            At(1, "ann", Words(1)), At(2, "ann", "good morning"), At(3, "ann", "\"" + Words(2) + "\" yes"), At(4, "bob", "RT @ann: " + Words(1)),
            At(5, "bob", Words(3)) with { IsReshare = true },
        }.Verdict();
        verdict.Intake.ShouldBe(new TextIntake(5, 1, 2, 1, 1, 1));
        verdict.Abstained.ShouldNotBeEmpty();
    }

    private static string Vocabulary(int number) => Words(number * 31 + 5).Split(' ')[0];
}
