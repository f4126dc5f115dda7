namespace Claque.Statements.Grammar;

/// <summary>A verb with what belongs to it before it: <c>has not yet said</c>.</summary>
/// <param name="Start">First unit.</param>
/// <param name="Main">The unit of the main verb; the last unit of a group without one (<c>has been</c>).</param>
/// <param name="IsFinite">True when it can be the verb of a clause.</param>
/// <param name="IsPassive">A form of be and a participle.</param>
/// <param name="IsInfinitive">Begins with <c>to</c>.</param>
/// <param name="IsCopula">Has no verb but be, have or do.</param>
/// <param name="IsNegated">Holds a negation.</param>
internal readonly record struct VerbGroup(int Start, int Main, bool IsFinite, bool IsPassive, bool IsInfinitive, bool IsCopula, bool IsNegated)
{
    /// <summary>The groups of a sentence, in order.</summary>
    public static List<VerbGroup> Of(Unit[] units)
    {
        var groups = new List<VerbGroup>();
        for (var i = 0; i < units.Length;)
        {
            if (!Begins(units, i))
            {
                i++;
                continue;
            }

            var group = At(units, i);
            groups.Add(group);
            i = group.Main + 1;
        }

        return groups;
    }

    private static bool Begins(Unit[] units, int i) => units[i].Role switch
    {
        Role.Verb or Role.Be or Role.Have or Role.Do or Role.Modal => true,
        Role.To => NextVerb(units, i + 1) > 0,
        _ => false,
    };

    // The verb after adverbs and auxiliaries; -1 when none follows.
    private static int NextVerb(Unit[] units, int i)
    {
        while (i < units.Length && units[i].Role is Role.Adverb or Role.Not) i++;
        return i < units.Length && units[i].Role is Role.Verb or Role.Be or Role.Have or Role.Do ? i : -1;
    }

    private static VerbGroup At(Unit[] units, int start)
    {
        bool modal = false, be = false, have = false, did = false, negated = false, infinitive = units[start].Role == Role.To;
        var main = start;
        for (var i = start; i < units.Length; i++)
        {
            var role = units[i].Role;
            if (role == Role.Verb)
            {
                main = i;
                break;
            }

            if (role is Role.Modal) modal = true;
            else if (role is Role.Be) be = true;
            else if (role is Role.Have) have = true;
            else if (role is Role.Do) did = true;
            else if (role is Role.Not) negated = true;
            else if (role is not Role.Adverb && !(role == Role.To && i == start)) break;
            negated |= units[i].Lower.EndsWith("n't", StringComparison.Ordinal) || units[i].Is("cannot");
            if (role is not Role.Adverb and not Role.Not) main = i;
        }

        var copula = units[main].Role != Role.Verb;
        var form = units[main].Form;
        var finite = !infinitive && (modal || be || have || did || (form & (VerbForm.Past | VerbForm.Third | VerbForm.Base)) != 0);
        if (units[start].Lower is "being" or "having") finite = false;
        return new VerbGroup(start, main, finite, be && !copula && (form & VerbForm.Participle) != 0 && (form & VerbForm.Ing) == 0, infinitive, copula, negated);
    }
}
