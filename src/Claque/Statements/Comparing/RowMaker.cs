using Claque.Statements.Figures;
using Claque.Statements.Grammar;
using Claque.Statements.Names;
using Claque.Text.Prose;

namespace Claque.Statements.Comparing;

/// <summary>Makes the rows of a comparison.</summary>
internal sealed class RowMaker(IReadOnlyList<ReadArticle> readings, int leftCount, IReadOnlyList<Entity> entities, ComparingLexicon lexicon)
{
    private const int MostEntities = 6, MostClaims = 6, MostAspects = 4;

    private readonly RowRelations relations = new(readings, leftCount, lexicon);

    /// <summary>The figures of the left against those of the right, the clearest relation of each first.</summary>
    public List<FigureRow> Figures() => new FigureRows(readings, leftCount, SubjectIndex() is not null).All();

    /// <summary>The rows, by entity and aspect.</summary>
    public List<ComparisonRow> Rows(List<FigureRow> figures)
    {
        var subject = SubjectIndex();
        var sides = new Dictionary<(int Entity, int Aspect), (List<Said> Left, List<Said> Right)>();
        for (var r = 0; r < readings.Count; r++) Gather(r, subject, sides);
        Join(subject, sides);
        // Of a side that could not be read as a whole nobody knows what it is silent about.
        return [.. sides.Where(side => (side.Value.Left.Count > 0 || IsRead(0, leftCount)) && (side.Value.Right.Count > 0 || IsRead(leftCount, readings.Count))).OrderBy(side => side.Key.Entity).ThenBy(side => side.Key.Aspect).Select(side => Row(side.Key, side.Value.Left, side.Value.Right, figures)).OrderBy(row => Rank(row.Relation))];
    }

    private bool IsRead(int from, int to) => Enumerable.Range(from, to - from).All(r => readings[r].IsRead);

    // What collides first, then what only has words in common, last what only one side has words of.
    private static int Rank(RowRelation relation) => relation switch { RowRelation.Differ => 0, RowRelation.CharacterisedOtherwise => 1, RowRelation.Agree => 2, RowRelation.NoVerdict => 3, _ => 4 };

    // What is said of a person stands with the subject of both too; one whom only one side speaks of under an aspect has no row of his own.
    private static void Join(int? subject, Dictionary<(int Entity, int Aspect), (List<Said> Left, List<Said> Right)> sides)
    {
        foreach (var (key, side) in sides.OrderBy(pair => pair.Key).ToList())
        {
            if (key.Entity == (subject ?? -1)) continue;
            if (side.Left.Count == 0 || side.Right.Count == 0) sides.Remove(key);
            if (!sides.TryGetValue((subject ?? -1, key.Aspect), out var joined)) sides[(subject ?? -1, key.Aspect)] = joined = ([], []);
            joined.Left.AddRange(side.Left);
            joined.Right.AddRange(side.Right);
        }
    }

    /// <summary>The entity under which stands what is said of nobody whom both sides name; null where they name none in common.</summary>
    public Entity? Subject => SubjectIndex() is { } index ? entities[index] : null;

    // The entity that both sides name most: people are last, for a place or a group is what accounts are of.
    private int? SubjectIndex()
    {
        var shared = entities.Select((entity, i) => (i, entity.Kind, Left: entity.Mentions.Concat(entity.Mentions).Concat(entity.Descriptions).Count(mention => mention.Article < leftCount), Right: entity.Mentions.Concat(entity.Mentions).Concat(entity.Descriptions).Count(mention => mention.Article >= leftCount)))
            .Where(entity => entity.Left > 0 && entity.Right > 0).OrderBy(entity => entity.Kind == EntityKind.Person).ThenByDescending(entity => Math.Min(entity.Left, entity.Right)).ThenByDescending(entity => entity.Left + entity.Right).ThenBy(entity => entities[entity.i].Name, StringComparer.Ordinal).ToList();
        return shared.Count > 0 ? shared[0].i : null;
    }

    private void Gather(int r, int? subject, Dictionary<(int, int), (List<Said> Left, List<Said> Right)> sides)
    {
        var reading = readings[r];
        // What could not be read claims nothing.
        if (!reading.IsRead) return;
        var top = TopEntities();
        var parsed = new ParsedText(reading.Document);
        foreach (var sentence in reading.Document.Sentences)
        {
            var units = parsed.Over(sentence);
            if (reading.Notes.Any(note => note.Kind is Sources.NoteKind.AuthorNote or Sources.NoteKind.Reprint && note.Span.Overlaps(sentence))) continue;
            var sizes = reading.Figures.Where(figure => IsSize(figure, reading.Document.Text) && figure.Statement == SayingOf(reading, figure.Span) && sentence.Contains(figure.Span)).ToList();
            var aspects = Aspects(Told(reading, units, r), sizes, reading.Figures.Where(figure => figure.Kind == UnitKind.Money && sentence.Contains(figure.Span)), DeniedPerson(units));
            if (aspects.Count == 0) continue;
            var entity = top.FirstOrDefault(e => entities[e].Mentions.Any(mention => mention.Article == r && sentence.Contains(mention.Span) && !IsSource(reading, mention.Span)), subject ?? -1);
            foreach (var found in aspects)
            {
                var said = SaidIn(reading, r, sentence, units, found, entity >= 0 && entities[entity].Kind == EntityKind.Person);
                if (!sides.TryGetValue((entity, found.Aspect), out var side)) sides[(entity, found.Aspect)] = side = ([], []);
                (r < leftCount ? side.Left : side.Right).Add(said);
            }
        }
    }

    private static int SayingOf(ReadArticle reading, TextSpan span) => ReadArticle.StatementAt(reading.Statements, span);

    // How many live, belong, work or gather somewhere; not how many left or spoke, nor "a dozen people in the room".
    private static bool IsSize(Figure figure, string text) => figure.Kind is UnitKind.People or UnitKind.Count && figure.Value >= (figure.Predicate.Length > 0 ? 10 : 20)
        && figure.Predicate is "lives" or "attended" or "employed" or "held" or "member" or "" && !text.AsSpan(figure.Span.Start, figure.Span.Length).Contains("former", StringComparison.Ordinal);

    // What is spoken of: all but the words that say who speaks, and that he does.
    private Unit[] Told(ReadArticle reading, Unit[] units, int r) =>
        Array.FindAll(units, unit => !IsCue(reading, unit) && !(unit.Capital && entities.Any(entity => entity.Mentions.Any(mention => mention.Article == r && mention.Span.Contains(unit.Start)))) && !reading.Statements.Any(statement => statement.Parent < 0 && statement.Rule != "perspective" && statement.Source.Any(source => source.Contains(unit.Start))));

    private static bool IsCue(ReadArticle reading, Unit unit) =>
        unit.Role == Role.Verb && reading.Statements.Any(statement => statement.Rule is "that" or "clause" or "clause-before" or "quote" or "quote-before" or "mixed-before" && statement.Cue.Any(cue => cue.Contains(unit.Start)));

    // The statement that holds at least half of the aspect's words; for a size, of the figures.
    private int Holding(ReadArticle reading, TextSpan sentence, Unit[] units, int aspect)
    {
        var places = units.Where(unit => unit.Role is not (Role.Sign or Role.Name) && lexicon.AspectsOf(unit).Any(of => of.Aspect == aspect)).Select(unit => unit.Start).ToList();
        if (aspect == lexicon.AspectNamed("disinformation") && DeniedPerson(units) is { } denied) places.Add(denied.Start);
        if (aspect == 0) places = [.. reading.Figures.Where(figure => sentence.Contains(figure.Span) && IsSize(figure, reading.Document.Text)).Select(figure => figure.Number.Start)];
        return Enumerable.Range(0, reading.Statements.Count).Where(s => reading.Statements[s].Parent < 0)
            .Select(s => (Index: s, Held: places.Count(place => reading.Statements[s].Content.Any(content => content.Contains(place)))))
            .Where(one => one.Held > 0 && one.Held * 2 >= places.Count).OrderByDescending(one => one.Held).ThenBy(one => one.Index).Select(one => one.Index).FirstOrDefault(Opening(reading, sentence, places));
    }

    // "They described a place in which A is forbidden, B is banned": who opens the sentence says what follows in it, up to a "but" or a semicolon.
    private static int Opening(ReadArticle reading, TextSpan sentence, List<int> places)
    {
        var opening = Enumerable.Range(0, reading.Statements.Count).FirstOrDefault(s => reading.Statements[s] is { Parent: < 0, Source.Count: > 0 } statement && statement.Source[0].Start == sentence.Start && statement.Content[^1].End <= sentence.End, -1);
        if (opening < 0 || places.Count == 0) return -1;
        var end = reading.Statements[opening].Content[^1].End;
        if (!places.TrueForAll(place => place > reading.Statements[opening].Content[0].Start)) return -1;
        var between = reading.Document.Text.AsSpan(Math.Min(end, places.Max()), Math.Max(0, places.Max() - end));
        return between.ContainsAny(';', '—') || between.Contains(" but ", StringComparison.Ordinal) || between.Contains(" although ", StringComparison.Ordinal) || between.Contains(" while ", StringComparison.Ordinal) ? -1 : opening;
    }

    // Who speaks is not what is spoken of.
    private static bool IsSource(ReadArticle reading, TextSpan span) => reading.Statements.Any(statement => statement.Source.Any(source => source.Contains(span)));

    // Persons that both sides name have rows of their own; places and groups that both name are one subject.
    private List<int> TopEntities() =>
        [.. entities.Select((entity, i) => (entity, i)).Where(pair => pair.entity.Kind is EntityKind.Person or EntityKind.Unknown && NameForms.Words(pair.entity.Name).Length > 1
                && pair.entity.Mentions.Any(mention => mention.Article < leftCount) && pair.entity.Mentions.Any(mention => mention.Article >= leftCount))
            .OrderByDescending(pair => pair.entity.Mentions.Any(mention => mention.Article < leftCount) && pair.entity.Mentions.Any(mention => mention.Article >= leftCount))
            .ThenByDescending(pair => pair.entity.Mentions.Count).ThenBy(pair => pair.entity.Name, StringComparer.Ordinal).Take(MostEntities).Select(pair => pair.i)];

    // "There is no Dr. Marl", "No Marl appears in the register": where a name is said to be nobody's; null where none is.
    private static TextSpan? DeniedPerson(Unit[] units)
    {
        for (var i = 0; i + 3 < units.Length; i++)
            if (units[i].Is("there") && units[i + 1].Role == Role.Be && units[i + 2].Is("no") && units[i + 3].Capital || (i == 0 && units[i].Is("no") && units[1].Role == Role.Name && units[2].Lemma is "appear" or "exist" or "live" or "work")) return new(units[i].Start, units[i].End);
        return null;
    }

    // An aspect counts when its words in the sentence weigh 1 or more.
    private List<AspectFound> Aspects(Unit[] units, List<Figure> sizes, IEnumerable<Figure> money, TextSpan? denied)
    {
        var all = new Dictionary<int, AspectFound>();
        var met = new HashSet<(string, int)>();
        for (var i = 0; i < units.Length; i++)
        {
            // "when we left": the writer's own steps are not what the article is of.
            if (units[i].Role is Role.Sign or Role.Name || (units[i].Role == Role.Verb && i > 0 && units[i - 1].Lower is "i" or "we")) continue;
            foreach (var (aspect, weight) in lexicon.AspectsOf(units[i]))
                if (met.Add((units[i].Lemma, aspect))) Count(aspect, weight, new(units[i].Start, units[i].End));
            if (i + 1 == units.Length) continue;
            foreach (var (aspect, weight) in lexicon.AspectsOf(units[i], units[i + 1]))
                if (met.Add((units[i].Lemma + "_", aspect))) Count(aspect, weight, new(units[i].Start, units[i + 1].End));
        }

        if (denied is { } nobody && lexicon.AspectNamed("disinformation") is var invented and >= 0) Count(invented, 1, nobody);
        if (lexicon.AspectNamed("funding") is var funding and >= 0 && money.Select(figure => (Figure?)figure).FirstOrDefault() is { } sum) Count(funding, 1, sum.Number);
        // A size is a number: of those who live, work or belong there, or with a word for a size.
        if (sizes.Count == 0) all.Remove(0);
        else if (all.ContainsKey(0) || sizes.Exists(figure => figure.Predicate is "lives" or "employed" or "member")) Count(0, 2, sizes[0].Number);
        return [.. all.Values.Where(found => found.Weight >= 1).OrderByDescending(found => found.Weight).ThenBy(found => found.Aspect).Take(MostAspects)];

        void Count(int aspect, double weight, TextSpan word) =>
            all[aspect] = all.TryGetValue(aspect, out var found) ? found with { Weight = found.Weight + weight, Words = [.. found.Words, word] } : new(aspect, weight, [word]);
    }

    private Said SaidIn(ReadArticle reading, int r, TextSpan sentence, Unit[] units, AspectFound found, bool ofPerson)
    {
        var aspect = found.Aspect;
        var statement = Holding(reading, sentence, units, aspect) is var holding and >= 0 ? holding : Enumerable.Range(0, reading.Statements.Count).FirstOrDefault(s => reading.Statements[s].Parent < 0 && reading.Statements[s].Content.Sum(content => Overlap(content, sentence)) * 2 > sentence.Length * 0.8, -1);
        var words = new HashSet<string>(StringComparer.Ordinal);
        var negated = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var polarity = 0;
        var poles = new List<(string Word, int Pole)>();
        // Who is said to be nobody, and who is said to do something.
        if (aspect == lexicon.AspectNamed("disinformation") && ofPerson) (DeniedPerson(units) is not null ? negated : words).Add(RowRelations.Being);
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Role is Role.Sign or Role.Determiner or Role.Preposition or Role.Pronoun or Role.Be or Role.Have or Role.Modal or Role.Conjunction or Role.To) continue;
            var near = Enumerable.Range(Math.Max(0, i - 4), Math.Min(4, i)).Any(k => units[k].Role == Role.Not || units[k].Lower is "no" or "nobody" or "none" or "without" or "cannot" or "hardly" or "barely" or "neither" or "nor" || (units[k].Lower is "few" or "little" && !(k > 0 && units[k - 1].Is("a"))) || units[k].Lower.EndsWith("n't", StringComparison.Ordinal));
            // "Leaving is not a matter of filling out a form."
            near |= (units[i].Form & VerbForm.Ing) != 0 && i + 2 < units.Length && units[i + 1].Role == Role.Be && units[i + 2].Role == Role.Not;
            (near ? negated : words).Add(units[i].Lower);
            if (units[i].Capital && entities.Any(entity => entity.Mentions.Any(mention => mention.Article == r && mention.Span.Contains(units[i].Start)))) names.UnionWith([units[i].Lower, units[i].Lemma]);
            (near ? negated : words).Add(units[i].Lemma.Replace("isation", "ization", StringComparison.Ordinal));
            if (lexicon.PoleOf(aspect, units[i], i + 1 < units.Length ? units[i + 1] : default) is var pole and not 0) poles.Add((units[i].Lower, near ? -pole : pole));
            if (lexicon.IsLoaded(units[i].Lower, out var loaded) || lexicon.IsLoaded(units[i].Lemma, out loaded)) polarity += near ? 0 : loaded.Polarity;
        }

        var unsaid = statement < 0 && found.Words.All(reading.IsUnsaid);
        var claim = new Claim(r < leftCount ? r : r - leftCount, sentence, [.. found.Words.OrderBy(word => word.Start)], reading.HolderOf(statement, unsaid), statement < 0 ? unsaid ? SourceKind.Nobody : SourceKind.Writer : reading.Statements[statement].SourceKind, statement);
        return new Said(claim, found.Weight, words, negated, names, polarity, poles);
    }

    private static int Overlap(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private ComparisonRow Row((int Entity, int Aspect) key, List<Said> left, List<Said> right, List<FigureRow> figures)
    {
        var grounds = new HashSet<Said>();
        var verdict = relations.Of(key.Aspect, left, right, figures, grounds);
        return new ComparisonRow
        {
            Entity = key.Entity < 0 ? "" : entities[key.Entity].Name,
            Aspect = lexicon.Aspects[key.Aspect],
            Relation = verdict.Relation,
            Reasons = verdict.Reasons,
            IsCompatible = verdict.IsCompatible,
            Left = Clearest(left, grounds),
            Right = Clearest(right, grounds),
        };
    }

    // Those that the relation rests on, then the claims with most words of the aspect; in the order of the text.
    private static List<Claim> Clearest(List<Said> said, HashSet<Said> grounds) =>
        [.. said.OrderByDescending(grounds.Contains).ThenByDescending(one => one.Weight).ThenBy(one => one.Claim.Article).ThenBy(one => one.Claim.Span.Start).Take(MostClaims).Select(one => one.Claim).OrderBy(claim => claim.Article).ThenBy(claim => claim.Span.Start)];

    /// <summary>Loaded words with unlike use.</summary>
    public List<LoadedContrast> Loaded()
    {
        var words = readings.SelectMany((reading, r) => reading.Loaded.Select(word => (Left: r < leftCount, word))).GroupBy(pair => pair.word.Word, StringComparer.Ordinal);
        return [.. words.Select(group => new LoadedContrast(group.Key, group.First().word.Class, group.First().word.Polarity, Count(group, true), Count(group, false)))
            .OrderByDescending(contrast => Math.Abs(contrast.Left.Sum() - contrast.Right.Sum())).ThenByDescending(contrast => contrast.Left.Sum() + contrast.Right.Sum()).ThenBy(contrast => contrast.Word, StringComparer.Ordinal)];

        static int[] Count(IEnumerable<(bool Left, LoadedWord Word)> uses, bool left) =>
            [.. Enum.GetValues<Voice>().Select(voice => uses.Count(use => use.Left == left && use.Word.Voice == voice))];
    }
}

/// <summary>An aspect of a sentence.</summary>
/// <param name="Aspect">Which.</param>
/// <param name="Weight">How much its words weigh together.</param>
/// <param name="Words">Where they stand.</param>
internal sealed record AspectFound(int Aspect, double Weight, IReadOnlyList<TextSpan> Words);
