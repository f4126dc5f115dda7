namespace Claque.Statements.Comparing;

/// <summary>A claim with the words that tell how it stands to another.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Weight">How strongly it is of the aspect.</param>
/// <param name="Words">Its words, as written and in base form, those negated left out.</param>
/// <param name="Negated">Its negated words.</param>
/// <param name="Names">Those of its words that stand in a name: they tell of whom, and not what.</param>
/// <param name="Polarity">Favourable less unfavourable loaded words.</param>
/// <param name="Poles">Words at a pole of the aspect, 1 or -1 each, turned round where negated.</param>
internal sealed record Said(Claim Claim, double Weight, HashSet<string> Words, HashSet<string> Negated, HashSet<string> Names, int Polarity, List<(string Word, int Pole)> Poles)
{
    /// <summary>To which pole of the aspect it leans: 1, -1, or 0 for neither.</summary>
    public int Leaning => Math.Sign(Poles.Sum(word => word.Pole));
}
