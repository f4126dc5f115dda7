namespace Claque.Personas;

/// <summary>A text against a writer.</summary>
/// <param name="Score">How near, standardised from both sides.</param>
/// <param name="LogKnown">Logarithm of the writer's clean words.</param>
/// <param name="LogUnknown">Logarithm of the text's.</param>
internal readonly record struct VerificationTrial(double Score, double LogKnown, double LogUnknown)
{
    /// <summary>What the calibration reads.</summary>
    public double[] Inputs => [Score, LogKnown, LogUnknown];
}

/// <summary>The known texts of all problems: what a score is measured against.</summary>
/// <remarks>
/// A score is standardised from both sides: by how near the unknown text is to all other writers, and by how near the other
/// writers' texts are to this one. What is near to everybody says little.
/// </remarks>
internal sealed class VerificationCohort
{
    private const int NearestOnTopic = 4;
    private readonly StyleSpace _space;
    private readonly StyleProfile[] _texts;
    private readonly StyleVector[] _textVectors;
    private readonly StyleVector[] _writers;
    private readonly int[] _writerOf;
    private readonly (double Middle, double Spread)[] _towards;

    public VerificationCohort(StyleSpace space, StyleProfile[] texts, int[] writerOf)
    {
        (_space, _texts, _writerOf) = (space, texts, writerOf);
        Writers = writerOf.Max() + 1;
        _textVectors = [.. texts.Select(space.Vector)];
        _writers = [.. Enumerable.Range(0, Writers).Select(w => Pooled(w, except: -1))];
        _towards = [.. _writers.Select((vector, w) => Towards(vector, w))];
    }

    /// <summary>Number of writers.</summary>
    public int Writers { get; }

    /// <summary>Clean known words of a writer.</summary>
    public int Words(int writer) => _writers[writer].Words;

    /// <summary>The standardised score of a text against a writer.</summary>
    public VerificationTrial Score(int writer, StyleProfile text) => Score(_writers[writer], _towards[writer], _space.Vector(text), writer, -1);

    /// <summary>The standardised scores of a text against every writer but one.</summary>
    public IEnumerable<(int Writer, VerificationTrial Trial)> Others(int writer, StyleProfile text)
    {
        var vector = _space.Vector(text);
        var near = _writers.Select(one => Near(one, vector)).ToArray();
        var (all, squares) = (near.Sum(), near.Sum(one => one * one));
        return Enumerable.Range(0, Writers).Where(other => other != writer).Select(other =>
            (other, Trial(near[other], MiddleAndSpread(all - near[other], squares - (near[other] * near[other]), Writers - 1), _towards[other], _writers[other], vector)));
    }

    /// <summary>Texts against the other texts of their writer, and against as many of each writer near on topic.</summary>
    public (List<VerificationTrial> Same, List<VerificationTrial> Others) Trials(float[][] topics)
    {
        var (same, others) = (new List<VerificationTrial>(), new List<VerificationTrial>());
        var texts = Enumerable.Range(0, Writers).Select(w => Enumerable.Range(0, _texts.Length).Where(t => _writerOf[t] == w).ToArray()).ToArray();
        // One text less on both sides, so that size tells nothing about the answer.
        var rest = texts.Select((own, w) => own.Select(t => own.Length < 2 ? null : Pooled(w, except: t)).ToArray()).ToArray();
        for (var t = 0; t < _texts.Length; t++)
        {
            var writer = _writerOf[t];
            if (texts[writer].Length < 2) continue;
            var own = rest[writer][Array.IndexOf(texts[writer], t)]!;
            same.Add(Score(own, Towards(own, writer), _textVectors[t], writer, -1));
            foreach (var other in Enumerable.Range(0, Writers).Where(w => w != writer && texts[w].Length > 1)
                         .OrderByDescending(w => topics[writer][w]).ThenBy(w => w).Take(NearestOnTopic))
            {
                var near = rest[other][t % rest[other].Length]!;
                others.Add(Score(near, Towards(near, other), _textVectors[t], other, writer));
            }
        }

        return (same, others);
    }

    private VerificationTrial Score(StyleVector writer, (double Middle, double Spread) towards, StyleVector text, int except, int exceptToo)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var w = 0; w < Writers; w++)
        {
            if (w == except || w == exceptToo) continue;
            var near = Near(_writers[w], text);
            sum += near;
            squares += near * near;
            count++;
        }

        return Trial(Near(writer, text), MiddleAndSpread(sum, squares, count), towards, writer, text);
    }

    private static VerificationTrial Trial(double own, (double Middle, double Spread) among, (double Middle, double Spread) towards, StyleVector writer, StyleVector text) =>
        new((own - among.Middle) / among.Spread + (own - towards.Middle) / towards.Spread, Math.Log(Math.Max(1, writer.Words)), Math.Log(Math.Max(1, text.Words)));

    private (double, double) Towards(StyleVector writer, int index)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var t = 0; t < _textVectors.Length; t++)
        {
            if (_writerOf[t] == index) continue;
            var near = Near(writer, _textVectors[t]);
            sum += near;
            squares += near * near;
            count++;
        }

        return MiddleAndSpread(sum, squares, count);
    }

    private static (double, double) MiddleAndSpread(double sum, double squares, int count)
    {
        var middle = sum / Math.Max(1, count);
        return (middle, Math.Sqrt(Math.Max(1e-6, squares / Math.Max(1, count) - middle * middle)));
    }

    private static double Near(StyleVector a, StyleVector b) =>
        (StyleVector.Cosine(a, b, StyleFamily.FunctionWords) + StyleVector.Cosine(a, b, StyleFamily.FrequentWords) + 2 * StyleVector.Cosine(a, b, StyleFamily.LetterRuns)) / 4;

    private StyleVector Pooled(int writer, int except) =>
        _space.Vector(StyleProfile.Sum(Enumerable.Range(0, _texts.Length).Where(t => _writerOf[t] == writer && t != except).Select(t => _texts[t]), _space.Dimensions));
}
