namespace Claque.Simulation.First;

/// <summary>The grammar of the laboratory's first world: everyday English without a place.</summary>
internal static class FirstRules
{
    public const string Text = """
        post: [say] | [say] | [say] | [say] [say] | [say] [say] | [ask] | [tell] | [tell] [say] | [ask] [tell] | [banal]
        say: [Intro] [who] [verb] [thing] [where] [when]. | The [adj] [thing2] [where] [made] my [day]. | [Intro] I [did] [thing] [when] and [feel]. | Why does [who] always [verb2] [thing]?
        ask: Does anybody know where to [verb2] [thing] [where]? | Has [who] [done] the [adj] [thing2] yet? | What is the best way to [verb2] [thing] [when]?
        tell: [when2] [who] told me that [who] [verb] [thing]. | We [did] [thing] [where], and [who] [verb] [thing]. | [who2] [verb] the [adj] [thing2] [where], [who] [verb] [thing].
        banal: Good night everyone | So tired today | Finally weekend | Coffee first | What a day | Happy Friday | Cannot sleep | It is raining again | Thank you all | I need a holiday
        Intro: Honestly, | Today | Once more | Not sure why, but | Believe it or not, | For once | It seems | As always | Good news: | Bad news:
        who: my neighbour | our landlord | the postman | my sister | the old baker | her cousin | a colleague | the whole street | our teacher | his uncle | the mayor | a stranger | my dentist | the choir | our goalkeeper | the librarian | the twins | some tourist | the bus driver | my flatmate
        who2: My brother | The gardener | Our vet | A friend of mine | The caretaker | My aunt | Our trainer | The plumber
        verb: lost | repaired | sold | painted | forgot | praised | found | broke | borrowed | cleaned | ordered | photographed | returned | hid | measured | dropped | carried | admired | swapped | baked
        verb2: repair | sell | paint | forget | praise | find | break | borrow | clean | order | store | return | hide | measure | carry
        did: repaired | sold | tried | found | cleaned | carried | returned | finished | saved | learned about
        done: seen | tried | painted | returned | heard about | paid for
        thing: a [adj] [thing2] | the [thing2] | two [thing2]s | that [adj] [thing2] | another [thing2] | half a [thing2]
        thing2: bicycle | kettle | piano | fence | jacket | ladder | lamp | novel | oven | parcel | recipe | rooftop | scarf | suitcase | teapot | ticket | umbrella | violin | wheelbarrow | window | blanket | bookcase | calendar | camera | carpet | clock | cupboard | engine | garden gate | guitar
        adj: blue | broken | cheap | crooked | dusty | empty | fancy | famous | green | heavy | huge | lovely | noisy | old | plain | rusty | shiny | small | strange | useful | warm | wooden | yellow | forgotten | secondhand
        where: at the station | behind the school | by the river | down the hill | in the attic | in the cellar | near the market | next to the bakery | on the balcony | on the ferry | outside the library | under the bridge | at the crossing | beside the fountain | in the back yard
        when: yesterday | this morning | last night | before lunch | again | after work | on Sunday | at noon | for an hour | in the rain | all week | twice | without asking | just now
        when2: Yesterday | This morning | Last night | On Sunday | After work
        made: made | saved | ruined | crowned | completed
        day: day | week | morning | evening
        feel: feel great | regret nothing | need a nap | would do it again | cannot complain | am still laughing
        comment: [short] | [short] [say] | [say] | [ask]
        short: Interesting. | Read this. | Long but good. | Not convinced. | Finally! | Worth a look. | Hm. | I did not know that. | This explains a lot. | For later.
        reply: [short] | I [agree]. | [say] | No, [who] [verb] [thing]. | Ask [who] about the [thing2]. | You mean the [adj] [thing2]? | [short] [say]
        agree: agree | disagree | thought so too | wonder about that | had the same with a [adj] [thing2]
        headline: [place] [decides] [adj] [matter] after [event] | [event2] [where3]: what we know about the [adj] [matter] | [number] reasons why [place] [decides] its [matter] | How [place] lost its [adj] [matter] and found a [adj] one
        place: Harbour town | Mountain village | City council | Northern county | University | Football club | Railway company | Museum | Court | Central bank | Farmers' union | Ministry
        decides: delays | approves | questions | doubles | abandons | defends | reviews | opens
        matter: budget | timetable | stadium | archive | water plan | tunnel | school reform | harvest | exhibition | pension scheme | airport | night train
        event: long debate | sudden frost | close vote | surprise visit | warehouse fire | record summer | leaked letter | audit
        event2: Storm | Strike | Festival | Blackout | Recount | Flood drill | Derby | Hearing
        where3: in the north | on the coast | downtown | at the border | in the valley | on the islands
        number: Five | Seven | Nine | Three | Ten
        tag: garden | books | music | trains | football | weather | cooking | photo | news | travel | cats | cycling | chess | theatre | history | science | jobs | housing | school | market | sunday | coffee | films | radio | maps | knitting | birds | running | local | vote
        live: [what] [now] | [what] | I cannot believe it. [what] | [what] And [who] next to me [verb] a [thing2].
        what: The [adj] one just scored! | That was never a foul. | What a voice. | They should have kept the [adj] costume. | The jury is asleep. | Rewind that. | Who chose this [adj] music? | Ten minutes left and nobody sits. | The host dropped the [thing2]. | My vote goes to the [adj] [thing2].
        now: Now! | Again! | Look at the crowd. | Unreal. | My heart.
        campaign: The [matter] was decided without us, and [who] [verb] [thing] while [place2] paid for the [adj] [thing2]. | Ask yourself who gains when the [matter] fails: not [who], not [who], only those behind the [adj] [thing2] [where]. | They promised a [adj] [matter] and delivered a [adj] [thing2]; remember this when [who] asks for your vote [when]. | First they took the [thing2] [where], now the [matter]; soon nobody here can [verb2] [thing] without a permit. | While [place2] argued about the [adj] [matter], [who] quietly [verb] [thing] and nobody wrote a line about it.
        place2: the whole county | every family | our town | the taxpayer | the harbour | the valley
        quotation: "[truth]" — [sage]
        truth: A [adj] [thing2] serves better than two [adj] promises, and costs less in winter | Who never lost a [thing2] has never owned a [adj] one | The [adj] road is short for those who carry no [thing2] | Give a man a [thing2] and he will ask you for a [adj] [thing2] tomorrow | Nobody paints a [thing2] [adj] who has slept under a [adj] one
        sage: the Weaver of Olm | Abbess Tirra | old Captain Mosk | the Third Gardener | Hanno the Younger
        greeting: Good morning, dear friends, and a [nice] [weekday] to all of you | Good night, sweet dreams | Wishing everybody a [nice] [weekday] | Happy birthday, dear friend, all the best and many [nice] years | Have a [nice] day everyone | Happy [feast] to you and your families | Good morning | Congratulations, well deserved
        nice: happy | blessed | sunny | peaceful | wonderful | lovely
        weekday: Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday | weekend
        feast: New Year | Harvest Day | Lantern Night | Mothers' Day
        slogan: No [matter] without us! | Hands off our [matter]! | We are many, we are [adj], save the [matter] now! | [adj2] streets, [adj2] schools, [adj2] future! | Today we march for the [matter], tomorrow for you!
        adj2: Safe | Clean | Free | Open | Green
        lyric: And I left my [adj] [thing2] [where], oh, [where], for you | Carry me over the [adj] water, carry me back to the [adj] [thing2] | You said the [adj] [thing2] would wait, but the [thing2] was gone by [weekday] | Sing, my [adj] [thing2], sing till the [adj] morning comes
        petition: I have just signed the petition "Keep the [adj] [matter] open" and ask you to do the same: the [matter] belongs to all of us, and [place2] cannot do without it. Every signature counts before [weekday]. | Petition: stop the sale of the [adj] [matter]! More than ten thousand people, [who] among them, have signed so far. If we reach twenty thousand by [weekday], the council has to debate it. Please sign and pass on. | The [adj] [matter] must not close. I signed because [place2] deserves better than a [adj] [thing2]. Join us, it takes one minute.
        letter: Dear @, as a resident of # I ask you to vote against the [adj] [matter] on [weekday]. My family depends on it, and so does [place2]. Yours sincerely | Dear @, the [adj] [matter] worries me. In # we have waited for years for a [adj] solution, and I expect you to speak for us on [weekday]. Kind regards | Dear @, please protect the [matter] in #. It takes one voice to stop the [adj] plan, and it could be yours.
        """;
}
