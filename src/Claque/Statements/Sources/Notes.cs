using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Claque.Statements.Grammar;
using Claque.Text.Prose;

namespace Claque.Statements.Sources;

/// <summary>What an article says of its own making.</summary>
public enum NoteKind : byte
{
    /// <summary>The writer saw, heard or did it: "I walked".</summary>
    FirstHand,

    /// <summary>The writer was invited, guided, hosted or paid.</summary>
    Disclosure,

    /// <summary>Somebody was asked for comment, and answered or did not.</summary>
    CommentRequest,

    /// <summary>It was published elsewhere before.</summary>
    Reprint,

    /// <summary>A note on the author.</summary>
    AuthorNote,

    /// <summary>A claim with nobody's name: "it is said", "reportedly", "has been described as".</summary>
    Agentless,
}

/// <summary>A place where an article speaks of its own making.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Span">The sentence.</param>
/// <param name="Rule">Id of the rule.</param>
public sealed record Note(NoteKind Kind, TextSpan Span, string Rule)
{
    /// <summary>Of an agentless claim: what stands on nobody's word, from "was accused of" to a semicolon or the end; empty for other notes.</summary>
    public TextSpan Unsaid { get; init; }
}

/// <summary>Finds what an article says of its own making.</summary>
internal static partial class Notes
{
    private static readonly HashSet<string> Seen = new(("see hear visit walk meet watch enter talk speak notice smell find sit stand travel arrive drive spend interview stay attend witness observe eat wander go "
        + "come join ask sleep photograph look tour climb cross queue knock count taste drink share climb stroll buy lunch dine film sail").Split(' '), StringComparer.Ordinal);

    /// <summary>The notes of a document in order.</summary>
    public static List<Note> Of(ParsedText parsed)
    {
        var notes = new List<Note>();
        var document = parsed.Document;
        foreach (var sentence in parsed.Sentences)
        {
            if (sentence.IsBareQuote) continue;
            var span = new TextSpan(sentence.Units[0].Start, sentence.Units[^1].End);
            if (FirstHand(sentence.Units) is { } rule) notes.Add(new Note(NoteKind.FirstHand, span, rule));
            var text = Outside(document, sentence);
            Add(NoteKind.Disclosure, (Has(NoteWords.Disclosed) && Disclosed().IsMatch(text) && OfTheMaking().IsMatch(text)) || (Has(NoteWords.Belongs) && Belongs().IsMatch(text)), "disclosure");
            Add(NoteKind.CommentRequest, Has(NoteWords.Commented) && Commented().IsMatch(text), "comment");
            Add(NoteKind.Reprint, Has(NoteWords.Reprinted) && Reprinted().IsMatch(text), "reprint");
            Add(NoteKind.AuthorNote, ((Has(NoteWords.Authored) || text.StartsWith("by ", StringComparison.OrdinalIgnoreCase)) && Authored().IsMatch(text)) || (span.Start > document.Text.Length * 0.85 && AuthorsRole().IsMatch(text)), "author-note");
            if (Has(NoteWords.Agentless) && Agentless().IsMatch(text)) notes.Add(new Note(NoteKind.Agentless, span, "agentless") { Unsaid = Unsaid(document.Text, sentence) });

            bool Has(SearchValues<string> words) => text.AsSpan().ContainsAny(words);

            void Add(NoteKind kind, bool found, string id)
            {
                if (found) notes.Add(new Note(kind, span, id));
            }
        }

        return notes;
    }

    // From the end of the words that name nobody.
    private static TextSpan Unsaid(string text, Sentence sentence)
    {
        var (start, end) = (sentence.Units[0].Start, sentence.Units[^1].End);
        foreach (var match in Agentless().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            var from = start + match.Index + match.Length;
            if (sentence.Units.Any(unit => unit.Role == Role.Quote && unit.Start < from && unit.End >= from)) continue;
            var close = text.AsSpan(from, end - from).IndexOf(';');
            return new TextSpan(from, close < 0 ? end : from + close);
        }

        return default;
    }

    private static string Outside(Document document, Sentence sentence)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentence.Units.Length; i++)
        {
            ref var unit = ref sentence.Units[i];
            if (unit.Role == Role.Quote)
            {
                text.Append(" “…”");
                continue;
            }

            if (i > 0 && sentence.Units[i - 1].End < unit.Start) text.Append(' ');
            text.Append(document.Text, unit.Start, unit.End - unit.Start);
        }

        return text.ToString();
    }

    // "I saw", "we were shown": first person outside quotation marks and a verb of seeing, going or meeting.
    private static string? FirstHand(Unit[] units)
    {
        if (!Array.Exists(units, unit => unit.Lower is "i" or "we")) return null;
        foreach (var group in VerbGroup.Of(units))
        {
            if (!group.IsFinite) continue;
            var subject = group.Start - 1;
            while (subject >= 0 && units[subject].Role == Role.Adverb) subject--;
            if (subject >= 0 && units[subject].Is("and"))
            {
                if (!Array.Exists(units[..subject], unit => unit.Lower is "i" or "we")) continue;
            }
            else if (subject < 0 || units[subject].Lower is not ("i" or "we")) continue;

            // "We spoke to fourteen who left" is hearing, not seeing.
            if (subject >= 0 && units[subject].Is("we") && units[group.Main].Lemma is "speak" or "talk" or "interview" or "ask") continue;
            // "I do not ask anyone to believe me": now, and of nothing that was seen.
            if (units[group.Start].Role == Role.Do && units[group.Start].Is("do")) continue;
            // "I am told", "we were informed": hearing; "we were told to leave" happened there.
            if (group.IsPassive && units[group.Main].Lemma is "tell" or "inform" or "assure" && !(group.Main + 1 < units.Length && units[group.Main + 1].Role == Role.To)) continue;
            if (group.IsPassive) return "first-person-passive";
            if (Seen.Contains(units[group.Main].Lemma) && !units[group.Start..group.Main].Any(unit => unit.Role == Role.Modal)) return "first-person-saw";
        }

        return null;
    }

    [GeneratedRegex(@"\b(at the invitation of|invited (me|us|by)|(was|were) invited|guests? of|hosted by|my hosts?|our hosts?|my guides?|our guides?|guided (me|us|by|tour|visit)|(showed|led|took|drove|accompanied|walked|steered) (me|us) (through|around|round|to|about|into|over|across)|(paid|covered|met|arranged|organi[sz]ed) (for )?(by|my|our|the (trip|visit|travel|flight))|travel (costs|expenses)|(trip|visit|stay|travel|flight|ticket|fare|hotel|accommodation|expenses)( \w+){0,4} (was|were) (paid|covered|arranged|organi[sz]ed|funded)|sponsored (by|trip|visit)|in return for|receives? (funding|fees|money) from|a (paid )?(consultant|adviser|advisor) (to|for)|(paid|covered|pays?) for (my|our|the) (\w+ ){0,2}(trip|visit|stay|travel|flight|ticket|fare|hotel|accommodation|expenses)|chaperoned?|escorted by|an? escort|(paid|covered|met|arranged) (for )?(the (author|writer|reporter)['’]s|my|our) (\w+ (and )?){0,2}(trip|visit|stay|travel|flights?|fare|hotel|accommodation|lodging|expenses|costs))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disclosed();

    // Who was invited or paid must be who writes, or the journey: "people paid by the ministry" discloses nothing.
    [GeneratedRegex(@"\b(I|me|my|we|us|our|this (newspaper|reporter|author|writer|columnist|magazine|paper)|the (author|writer|reporter)|trip|visit|stay|tour|travel|flight|expenses)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheMaking();

    [GeneratedRegex(@"\b((is|was|am) (also )?an? ((paid|unpaid|honorary|former) )?(member|patron|trustee|director|consultant|chair|ambassador) of (the|its) ((advisory|supervisory|international|executive) )?(council|board|committee)|(sits|serves|sat|served) on (the|its) ([\w’'-]+ ){0,4}(council|board|committee)|on whose (advisory )?(council|board)|is (also )?a ((paying|former) )?client of|has (advised|consulted for|worked for|lobbied for)|my (wife|husband|partner|brother|sister|son|daughter|mother|father|uncle|aunt|cousin|niece|nephew)(-in-law)? (gives|gave|donates|donated|works|worked|belongs|belonged|sits|sat|serves|served|advises|advised|owns|owned))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Belongs();

    [GeneratedRegex(@"\b((did|does|do|has|have|had|would) not (immediately )?(respond|responded|reply|replied|answer|answered|return|returned|comment)|didn['’]t (respond|reply|answer|return)|(declined|refused|unwilling|unavailable) (to|for) (be interviewed|comment|answer|speak|discuss)|declined (an? )?(request|interview)|could not be reached|(requests?|asked|questions?) for (an? )?(comment|interview|response|reaction)|(when )?(asked|contacted|approached|reached) (for comment|by|about)|no (reply|answer|response) (came|was)|returned no (calls?|messages?|e-?mails?)|(when )?(reached|contacted|approached) (at|by|on|outside|through)|(would|will|could|did)(n['’]t| not) (confirm|deny|say|discuss|comment|elaborate)|(requests?|invitations?|letters?|e-?mails?|questions?|messages?|calls?)\b[^.;]{0,70}\b(was|were|went|remained|have been|has been) ([a-z]+ )?(declined|refused|turned down|ignored|rejected|answered|unanswered|returned|denied)|(would|will) not (say|discuss|comment|be drawn|elaborate|answer|confirm)|(refused|declined) (to (say|be|answer|speak|discuss|meet|comment)|access|entry)|did not (answer|reply|respond)|(was|were) (\w+ (and|or|then) )?(sent|turned) (away|back)|hung up|(did|would|could|has|have|had) not (make|made) .{1,50} available|(was|were) not (made )?available|(was|were) (made )?unavailable|(?<!(was|were|been|be|being) )(denied|denies|has denied|have denied) (that|any|all|having|doing|wrongdoing|everything|the (charges?|allegations?|accusations?|claims?))|(correspondence|exchanges of letters|e-?mails) with (this (newspaper|paper|magazine|reporter)|us|me)|(asked|tried|offered|applied) (to|for) [^.;]{0,80}\b(refused|declined|denied|rejected|ignored|turned (down|away)|not allowed|no (reply|answer)|without (reply|answer)))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Commented();

    [GeneratedRegex(@"\b((originally|first|previously) (published|posted|appeared|printed|ran)|re-?published|reprinted|re-?posted|courtesy of|with (the )?permission (of|from)|syndicated|this (article|piece|story|column) (first |originally )?(appeared|ran|was published))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reprinted();

    [GeneratedRegex(@"\b(is|are) (an?|the)( \w[\w’'-]*){0,6} (columnist|writer|journalist|reporter|correspondent|analyst|commentator|author|activist|researcher|contributor|editor|fellow|blogger|freelancer|consultant|expert)\b[^.]{0,40}\b(based|living|who (writes|covers|has written)|specialising|specializing|with|for|at|of|in|on|focusing)\b|^(about the author|by [A-Z]\w+ [A-Z]\w+$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Authored();

    [GeneratedRegex(@"^(?-i:([A-Z][\w'’-]*\.? ){0,3}[A-Z][\w'’-]*)(, [^,.]{3,50},)? (is|was) (an?|the)( \w[\w’'-]*){0,6} (columnist|writer|journalist|reporter|correspondent|analyst|commentator|author|activist|researcher|contributor|editor|fellow|blogger|freelancer|consultant|expert|novelist|adviser|advisor|professor|lecturer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorsRole();

    [GeneratedRegex(@"\b(it (is|was|has been) (widely |often |sometimes )?(said|claimed|reported|alleged|believed|rumou?red|understood|thought)|(is|are|was|were|has been|have been) (widely |often |sometimes |variously )?(described|portrayed|characteri[sz]ed|depicted|seen|regarded|known|labell?ed|accused|said|believed|reported|alleged|rumou?red) (as|of|to)|reportedly|allegedly|purportedly|supposedly)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agentless();
}
