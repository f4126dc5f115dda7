using System.Buffers;

namespace Claque.Statements.Sources;

/// <summary>
/// Pieces of text of which every sentence that a pattern of <see cref="Notes"/> fits holds one at least: looking for all of them at once costs far
/// less than the pattern, and few sentences hold any.
/// </summary>
internal static class NoteWords
{
    public static readonly SearchValues<string> Disclosed = Any("invit|guest|host|guide|led me|led us|showed |took |drove |accompanied |walked |steered |paid|cover|met by|met for|met my|met our|met the|arranged|organi"
        + "|travel |trip|visit|stay|flight|ticket|fare|hotel|accommodation|expenses|sponsored|in return for|receive|consultant|advis|pays|chaperon|escort");

    public static readonly SearchValues<string> Belongs = Any("council|board|committee|client of|has advised|has consulted|has worked|has lobbied|my wife|my husband|my partner|my brother|my sister|my son|my daughter|my mother|my father|my uncle|my aunt|my cousin|my niece|my nephew");

    public static readonly SearchValues<string> Commented = Any("offered|tried|applied|sent |turned |hung up|not immediately|not respon|not repl|not answer|not return|not comment|didn|declin|refus|unwilling|unavailable|reached|request|asked|question|contacted|approached"
        + "|no reply|no answer|no response|turned down|ignored|rejected|answered|returned|denied|denies|available|correspondence|exchanges|emails|e-mails|returned no|wouldn|couldn|not say|not discuss|not be drawn|not elaborate|not confirm");

    public static readonly SearchValues<string> Reprinted = Any("originally |first p|first a|first r|previously |republished|re-published|reprinted|reposted|re-posted|courtesy of|permission|syndicated|this article|this piece|this story|this column");

    public static readonly SearchValues<string> Authored = Any("columnist|writer|journalist|reporter|correspondent|analyst|commentator|author|activist|researcher|contributor|editor|fellow|blogger|freelancer|consultant|expert");

    public static readonly SearchValues<string> Agentless = Any("it is |it was |it has been |described |portrayed |characteri|depicted |seen |regarded |known |labelled |labeled |accused |said as|said of|said to|believed |reported as|reported of|reported to"
        + "|alleged |rumored |rumoured |reportedly|allegedly|purportedly|supposedly");

    private static SearchValues<string> Any(string words) => SearchValues.Create(words.Split('|'), StringComparison.OrdinalIgnoreCase);
}
