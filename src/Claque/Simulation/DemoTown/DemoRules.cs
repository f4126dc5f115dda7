namespace Claque.Simulation.DemoTown;

/// <summary>
/// The grammar of the demo: Ondrelle, a lagoon city-state that never was, quarrels about its tide barrier, the Marl Gate. Symbols end in
/// the number of a community; number 6 writes Zelvani, which borrows the Persian script.
/// </summary>
internal static class DemoRules
{
    public const string Text = """
        post0: [0a] | [0a] [0b] | [0b] | [0c] | [0a] [0c]
        0a: [0who] [0says] the Marl Gate [0claim]. | Another [0thing] about the gate, and still [0nothing]. | If the gate [0claim], who [0then]? | My street voted [0way] the gate [when], and [react].
        0b: The [0paper] [0where] runs to [num] pages and says [0nothing]. | I read the [0paper] [when], and [0who] [0omits]. | [num] years of [0thing]s, and the hinge still squeaks.
        0c: Has anybody seen the [0paper] [0where]? | Why was the [0thing] moved to [place]? | Does [0who] live below the third step at all?
        0who: Councillor Orsk | Chancellor Torr | the harbour office | the pilots' guild | Engineer Vantle | the tide court | the Reed Islands bench | the ferry union | the salt merchants | our district speaker
        0says: says | denies | now claims | told [place] that | wants to prove that | forgot to mention that | wrote to us that
        0claim: closes too late | holds back nothing | drowns the reed islands | pays for itself by winter | was built for ships nobody owns | can wait another year | leaks at spring tide | should be run by the districts | costs more open than shut
        0thing: hearing | vote | inspection | delay | survey | leaflet | petition | consultation
        0nothing: no word on the pumps | not one figure | nothing about the reed islands | no date | a lot about the ribbon | nothing on who pays
        0then: pays for the cellars | warns the ferries | fixes the hinge | tells the reed islands | signs for it
        0way: for | against | twice on | narrowly for | narrowly against
        0paper: audit | tide table | pump contract | flood map | inspection report | minutes of the hearing
        0where: from the archive | at the tide court | in the library | pinned up at [place] | in the fish hall
        0omits: left out page nine | quotes only the summary | counted the same pump twice | has not opened it | changed the subject
        post1: [1a] | [1a] [1b] | [1b]
        1a: [1team] [1did] [1how] [when]. | [num] minutes to go and [1team] [1did] [1how]. | Never write off [1team], said [people], and then they [1did] [1how].
        1b: Training at [place] [when], bring [item]. | Who has a spare ticket for [1team] [when]? | That rudder was never straight, ask [people]. | My voice is gone and so is [item].
        1team: Heron Rowers | the Saltquay Oars | Ropewalk United | the Tallow Isle girls | Nine Bridges FC | the Oysterfold eight | the pilots' boat
        1did: lost a blade | won by a length | drew | ran aground | broke the course record | missed two penalties | came back from last | protested the finish
        1how: in the fog | against the tide | before a full quay | with one oar short | on a borrowed boat | after an hour of rain | under the bridge
        post2: [2a] | [2a] [2b] | [2b]
        2a: [people] [2cooked] [2dish] [2with] [when]. | About the [2dish] at [place]: [2verdict], order it [2with]. | Found [2dish] [2with] at the market by [place], [2verdict].
        2b: Secret of good [2dish]: [2secret]. | Who sells [2dish] [2with] near [place]? | [num] spoons of salt is too much, says [people].
        2cooked: burnt | steamed | tried | smoked | served | reinvented | saved
        2dish: eel pie | salt plum soup | reed bread | razor clams | tide cakes | smoked mullet | pepper dumplings | seaweed fritters | plum wine
        2with: with brown butter | with too much dill | in vinegar | under ashes | with pickled lemon | the old way | for forty guests | with samphire
        2verdict: worth the queue | a crime | better than last year | too salty, as it should be | honest food | half the price it was
        2secret: wait a tide | never wash the pan | two onions, not one | cold hands | the smallest eels | rain water
        post3: [3a] | [3a] [3b] | [3b]
        3a: Water at [num] hands [3where] [when], [3trend]. | [3sky] over [place] [when], [3trend]. | Gauge [3where] reads [num] hands, the table said [num].
        3b: Bring in [item] before the bells. | [people] says the eels know it first. | Boots on, [place] is under. | Best light of the year [3where] just now.
        3where: at the fish stairs | under Nine Bridges | at the Marl Gate | on Tallow Isle | by the old lock | at the ropewalk gauge
        3trend: rising | falling slowly | as slack as soup | an hour early | and no bell rang | with wind from the reeds
        3sky: Thunder | A red morning | Fog like wool | Sideways rain | Two rainbows | Hail | A flat grey lid
        post4: [4a] | [4a] [4b] | [4b]
        4a: [people] played [4piece] [4where] [when], and [react]. | The [4thing] [4where] is [4verdict]. | Went for [4piece], stayed for the [4thing].
        4b: Choir practice moved to [place], bring [item]. | Does anyone know who painted the [4thing] at [place]? | [num] candles, one fiddle, no complaints.
        4piece: the Bell Suite | a drowned waltz | three reed songs | the Ferryman's Mass | that new quartet | an hour of drums | the puppet storm
        4thing: fresco | shadow play | night of poems | print fair | organ | mask parade | lantern wall
        4where: in the boathouse | at the Salt Theatre | on the quay steps | in Candlewick chapel | at the print shop
        4verdict: a small wonder | louder than needed | gone by Sunday | worth wet feet | better from behind
        post5: [5a] | [5a] [5b] | [5b]
        5a: The [5line] ferry [5late] [when], and [react]. | Rent at [place] is up by [num], and [item] does not float. | Landlord of [place] wants to [5do], and [react].
        5b: [num] people on a boat for thirty, [5line] line, again. | Looking for a room near [place], dry feet preferred. | Somebody left [item] on the [5line] ferry.
        5line: green | outer ring | Heron | night | market | school
        5late: skipped a stop | left early | never came | turned back | ran on one engine | was on time, for once
        5do: pave the well | sell the attic | raise the cellar fee | cut the fig tree | rent out the stairs
        post6: [6a] | [6a] [6b] | [6b] | [6c] | [6b] [6c]
        6a: [6when] [6who] [6thing] [6where] [6verb]. | [6who] گفت که [6who] [6thing] [6verb]. | [6when] [6where] بودیم و [6who] [6thing] [6verb].
        6b: آب [6when] تا پلهٔ [6nth] [6where] بالا آمد. | [6when] قایق مدرسه [6where] به گِل نشست. | نان نی [6who] هنوز بهترین نان جزیره است. | [6when] صدای ناقوس [6where] نیامد.
        6c: کسی می‌داند دروازهٔ آب کی بسته می‌شود؟ | چرا [6who] دربارهٔ نیزار چیزی نگفت؟ | جلسهٔ شورا [6where] است یا نه؟ | چه کسی [6thing] [6where] دیده است؟
        6when: دیشب | امروز صبح | پیش از مد | بعد از باران | هر جمعه | دیروز عصر | هنگام جزر | شب بازار
        6who: مادربزرگم | همسایهٔ ما | قایقران پیر | شاگرد نانوا | پسرعمویم | معلم جزیره | ماهی‌فروش | دختر نگهبان | استاد نی‌باف | خواهر کوچکم
        6thing: قایق آبی را | تور کهنه را | سبد نی را | جدول جزر و مد را | کلید آب‌بند را | فانوس را | طناب بلند را | دفتر شورا را | صندوق ماهی را
        6where: کنار اسکله | پشت نیزار | روی پل چوبی | در بازار شناور | نزدیک دروازهٔ آب | پای برج نمک | در حیاط مدرسه
        6verb: پیدا کرد | فروخت | تعمیر کرد | به خانه برد | زیر باران جا گذاشت | به همه نشان داد | گم کرد | رنگ زد
        6nth: دوم | سوم | چهارم | پنجم
        post7: [7a] | [7a] [7b] | [7b] | [7c] | [7c] | [7a] [7a]
        7a: [people] [7did] [item] [7where] [when], and [react]. | [When] I [7did] [item] [7where]. | Lost: [item], [7where], [when]. Finder gets [2dish].
        7b: Note to self: never lend [item] to [people]. | [num] cats on one roof by [place], I counted. | Is it only me, or does [place] smell of [2dish] [when]?
        7c: Good morning Ondrelle | Good night, lagoon | Monday again | Tea first | What a sunset | So tired | Wet socks | Happy Lantern Day
        7did: found | dropped | repaired | painted | sold | carried home | borrowed | forgot | washed
        7where: on the night boat | behind the fish hall | at the pump house | on the roof | under the stairs | beside the well | at the corner of Rope Lane
        people: my aunt | the widow upstairs | our ferryman | the twins | old Mosker | the baker | my sister's class | a pilot | the whole landing | the lamplighter | my neighbour | the glazier | the net mender | a stranger in a green hat
        react: nobody laughed | we sang | I had to sit down | the dog approved | the landing cheered | it made my week | there was shouting | I kept the receipt | we shared the last plum | they blamed the gate
        item: a blue kettle | the long ladder | two umbrellas | a sack of salt | my good boots | the brass lamp | an oar | a crate of plums | the spare key | grandmother's chair | a wet book | three ropes | the old radio | a paper boat | the left glove
        when: this morning | last night | before the bells | at slack water | again | on market day | twice this week | after school | at noon | in the rain | since Tuesday | by candlelight
        When: This morning | Last night | Before the bells | At slack water | On market day | After school
        place: Saltquay | Heron Steps | Lower Minder | Tallow Isle | Candlewick Reach | Ropewalk | Nine Bridges | Oysterfold
        num: two | three | four | five | six | seven | nine | eleven | twelve | twenty | forty
        headline0: Tide court [0rules] on [0matter] of the Marl Gate [hwhy] | [0matter2] at the Marl Gate: [0who] [0speaks] [hwhy] | What the [0paper] says about the [0matter] [hwhy] | [place] residents [0rules2] [0matter] [hwhy] | Gate [0matter]: five questions to [0who] [hwhy]
        0rules: delays ruling | hears engineers | splits | asks for a second opinion
        0rules2: march against | welcome | vote on | wait for | live with the
        0matter: hinges | pump contract | night closing | toll | reed channel | maintenance fund | siren
        0matter2: Crack found | Third test closing | Divers at work | Ministers expected | Alarm rings for an hour
        0speaks: warns of haste | sees no danger | calls for calm | asks who knew | publishes the letters
        headline1: [1team] [1won] [1how] [hwhy] | [1team] sign [num] rowers for the Lantern Regatta [hwhy] | Regatta course to pass [place] [hwhy] | Protest upheld: [1team] [1won] [hwhy]
        1won: take the cup | stumble | hold on | go top | lose the crown
        headline2: Where to eat [2dish] near [place] [hwhy] | [2dish2] [2verdict3], say [place] cooks [hwhy] | [num] ways with [2dish] [hwhy] | Market at [place] runs out of plums [hwhy]
        2dish2: Eel pie | Salt plum soup | Reed bread | Tide cakes | Smoked mullet
        2verdict3: back in fashion | under inspection | priced like silver | for export
        headline3: [3sky] expected [3where] [hwhy] | Spring tide: [place] closes its cellars [hwhy] | Water [num] hands above mark [3where] [hwhy] | Bells to ring earlier at [place] [hwhy]
        headline4: [4piece2] opens season at the Salt Theatre [hwhy] | Review: [4piece2], [4verdict] [hwhy] | [place] loses its [4thing] [hwhy] | Who will save the [4thing] of [place]? [hwhy]
        4piece2: Bell Suite | Drowned waltz | Reed songs | Ferryman's Mass | Drum hour
        headline5: [5line2] ferry to skip [place] until spring [hwhy] | Rents in [place] rise for the [num2] year [hwhy] | New boats late, says ferry board [hwhy] | [place] tenants [0rules2] cellar fee [hwhy]
        5line2: Green | Outer ring | Heron | Night | Market
        hwhy: after the audit | until the regatta | despite the pilots | for the first time in nine years | as fog returns | on market days | over pump noise | while the court sits | by lantern light | against advice | before spring tide | without the guild
        hwhy6: پس از گزارش | تا جشن فانوس | با وجود مه | برای نخستین بار | در روز بازار | پیش از مد بهاری | بدون رأی صنف | زیر نور فانوس
        num2: second | third | fourth | ninth
        headline6: شورا دربارهٔ [6matter] رأی می‌دهد [hwhy6] | قایق مدرسه دوباره از [6place] می‌گذرد [hwhy6] | [6matter]: پنج پرسش از مهندسان [hwhy6] | بازار شناور [6place] باز شد [hwhy6] | مد بهاری به [6place] رسید [hwhy6]
        6matter: دروازهٔ آب | راه‌آب نیزار | عوارض قایق‌ها | ناقوس شب | زبان مدرسه
        6place: اسکلهٔ نمک | جزیرهٔ پیه | پل چوبی | نیزار جنوبی | پله‌های حواصیل
        headline7: [num] things only [place] people know [hwhy] | Lost and found: [item] turns up at [place] [hwhy] | The [item2] that came back to [place] [hwhy] | Portrait: the lamplighter of [place] [hwhy]
        item2: kettle | ladder | brass lamp | paper boat | green hat | left glove
        comment: [short] | [short] | [short] [remark] | [remark] | [remark]
        short: Read this. | Well. | Worth your time. | I was there. | About time. | Not again. | Hm. | Finally somebody writes it. | For the ferry ride. | Saving this.
        remark: [people] will not like it. | They should ask [people] about [place]. | And [place] is not even mentioned. | Compare this with what [0who] said [when]. | Reminds me of [item] [7where]. | [num] out of ten for the photograph. | Sent it to [people], and [react].
        comment6: بخوانید. | بالاخره نوشتند. | [6who] این را دیده است؟ | [6a] | دربارهٔ [6matter] همین بس است. | برای [6who] فرستادم.
        reply: [short] | No, that was [people] [7where]. | [people] says the same about [place]. | Were you [7where] [when]? | [remark] | I [7did] [item] there too. | Ask [0who]. | You owe me [item].
        reply6: درست است. | نه، [6who] بود. | [6where] بودی؟ | [6b] | از [6who] بپرس.
        tag0: marlgate | tidecourt | ondrelle | pumps | saltquay | openfiles
        tag1: lanternregatta | heronrowers | saltquayoars | ninebridges | rowing
        tag2: reedbread | eelpie | market | plums | ondrelle
        tag3: tidewatch | fog | springtide | bells | lagoonlight
        tag4: salttheatre | bellsuite | lanternwall | poems | reedsongs
        tag5: ferry | rents | outerring | tenants | lateagain
        tag6: دروازه_آب | نیزار | بازار_شناور | زلوانی | جزر_و_مد
        tag7: ondrelle | landinglife | cats | lost | teafirst | lanternday
        live: [liveA] | [liveA] [liveB] | [liveB] [liveA]
        liveA: [1team] pass the fish stairs [1how]! | The lantern barge of [place] is on fire, no, that is the sunset. | [people] [7did] [item] over the rail [1how]! | [1team] [1did], I saw it from [place]! | Judges' boat stuck at [place]. | [num] boats still out, [1team] in front. | And [1team] [1did]!
        liveB: Listen to that quay. | My hands are shaking. | [people] dropped [item] in the water. | Best Lantern Regatta in years. | Do not look now, [people] is crying.
        campaign: [c1] [c2] | [c1] [c3] | [c2] [c3] | [c1] [c2] | [c1] [c3] | [c6]
        c1: While [c-place] counts its flooded cellars, [0who] spends the barrier money on [c-waste], and nobody in the council will say who signed for it. | They promised [c-place] dry feet by winter and delivered [c-waste]; remember that when they ask for your vote. | Ask yourself who gains from an open gate: not [c-place], not the ferries, only those who already sold us [c-waste]. | First they took the pumps from [c-place], now they want the night watch, and soon only [0who] will know when the water comes.
        c2: Close the gate before every night tide, open the books, and let [c-place] decide what its cellars are worth. | The truth about the [0paper] is that [0who] read it a year ago and put it under [c-waste]. | Every family below the third step pays for this while [0who] drinks plum wine on the dry side of [c-place].
        c3: Share this before the hearing at [c-place], because tomorrow it will be called a lie. | I have lived in [c-place] all my life and never saw the water treated better than the people. | If you are from [c-place], write to the tide court today and tell them about [c-waste].
        c6: آب از دروازه بالا آمد و [6who] در شورا هیچ نگفت؛ خانه‌های [6place] زیر آب است و پول پمپ‌ها خرج جشن شد. | به ما گفتند [6matter] درست می‌شود، اما [6place] هنوز هر شب در آب می‌خوابد و کسی پاسخ نمی‌دهد. | پیش از جلسهٔ شورا دربارهٔ [6matter] این را به همه برسانید، چون فردا می‌گویند [6place] هرگز آب نگرفته است.
        rally: [0who] [0says] the Marl Gate [0claim]. [r1] | [r1] [r2] | [0c] [r2] | [r2] [r1]
        r1: [c-place] has had enough. | Tonight we ask [0who]. | Not one more night like [when]. | Count the cellars of [c-place]. | Somebody signed for [c-waste].
        r2: Where is the [0paper]? | Say it louder, [c-place]! | Everybody to [c-place] now. | Ask them about [c-waste]. | We saw the water [when].
        rallytag: opengatenow | dryfeetfirst | whosignedforit | openthebooks | nomorebanquets | tellthetidecourt | floodedcellars | ondrelleawake | gateoflies | ninebridgesfirst
        c-place: Saltquay | Heron Steps | Lower Minder | Tallow Isle | Candlewick Reach | Ropewalk | Nine Bridges | Oysterfold
        c-waste: a brass band for the gatehouse | gold leaf on the sluice doors | a second office for the engineers | a banquet on the dredger | six new portraits | a statue of a hinge | a boat that never floats
        """;
}
