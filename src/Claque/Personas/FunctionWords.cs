using System.Collections.Frozen;

namespace Claque.Personas;

/// <summary>Words that carry grammar rather than topic.</summary>
internal static class FunctionWords
{
    /// <summary>Closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries, common adverbs and numerals; and signs.</summary>
    public static FrozenSet<string> English { get; } = """
        a an the this that these those each every either neither some any no none all both half several many much few little more most less least other others another such same own
        i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves
        who whom whose which what whatever whoever whichever one ones oneself someone somebody something anyone anybody anything everyone everybody everything nobody nothing
        about above across after against along amid among amongst around as at before behind below beneath beside besides between beyond but by concerning considering despite down during except
        for from in inside into like near of off on onto out outside over past per since through throughout till to toward towards under underneath until unlike up upon via with within without
        and or nor so yet if because although though unless whereas while whilst whether than then once when whenever where wherever why how however therefore thus hence moreover furthermore nevertheless nonetheless otherwise instead meanwhile
        am is are was were be been being have has had having do does did done doing can could may might must shall should will would ought need dare used
        isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't can't cannot couldn't mustn't shan't shouldn't won't wouldn't i'm i've i'd i'll you're you've you'd you'll he's she's it's that's there's we're we've we'd we'll they're they've they'd they'll let's what's who's here's
        not never ever always often sometimes usually rarely seldom again also too very quite rather almost nearly just only even still already soon now here there today yesterday perhaps maybe indeed really actually certainly probably possibly simply merely mainly mostly partly largely especially particularly generally recently finally eventually
        well away back together apart ahead forward further far enough long ago later earlier early late first second third last next two three four five six seven eight nine ten hundred thousand
        according regarding including following due given based able unable going get got gets getting let make makes made yes oh please
        . , ; : ? ! ' " - -- ( ) … $ % & /
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
