namespace Claque.Statements.Grammar;

/// <summary>Where a noun phrase begins or ends.</summary>
internal static class NounPhrase
{
    private static readonly HashSet<string> Days = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december", "today", "yesterday", "tomorrow", "tonight", "week", "month", "year", "weekend", "morning", "afternoon",
        "evening", "night", "day", "hours", "days", "weeks", "months", "years", "moment", "noon", "decade", "summer", "winter", "fall", "spring",
    };

    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal)
    {
        "statement", "interview", "email", "e-mail", "speech", "letter", "tweet", "post", "report", "news", "press", "conference", "briefing", "rally", "memo",
        "message", "appearance", "call", "video", "twitter", "facebook", "testimony", "filing", "release", "debate", "article", "column", "essay", "blog", "interviews",
        "remarks", "address", "hearing", "telephone", "phone", "show", "program", "event", "meeting", "town", "editorial", "op-ed", "book", "reporters", "court",
    };

    /// <summary>True for a word of time.</summary>
    public static bool IsTime(in Unit unit) => Days.Contains(unit.Lower);

    /// <summary>True for a word that names an occasion or means of speaking.</summary>
    public static bool IsSetting(in Unit unit) => Settings.Contains(unit.Lower);

    /// <summary>First unit of the phrase that ends at a unit, not before a limit; the unit itself + 1 when none ends there.</summary>
    public static int StartOf(Unit[] units, int end, int limit)
    {
        if (end < limit || !CanEnd(units[end])) return end + 1;
        var i = end;
        if (units[end].Role == Role.Pronoun && !EndsClause(units, end, limit) && (end == limit || units[end - 1].Role != Role.Preposition || units[end].Lower is "i" or "he" or "she" or "we" or "they")) return end;
        if (units[end].Is(")"))
        {
            while (i > limit && !units[i].Is("(") && end - i < 10) i--;
        }

        while (i > limit && Extends(units, i - 1, limit, ref i)) { }
        return Trimmed(units, i, end);
    }

    // "several people who knew him believe": him is nobody who believes.
    private static bool EndsClause(Unit[] units, int end, int limit) =>
        end > limit && units[end].Lower is "him" or "her" or "them" or "me" or "us" && units[end - 1].Role == Role.Verb;

    private static bool CanEnd(in Unit unit) =>
        unit.Role is Role.Noun or Role.Name or Role.Pronoun or Role.Number or Role.Adjective || unit.Is(")") || unit.Is("%") || unit.Role is Role.Quote || unit.Role == Role.Determiner;

    // Takes one more unit, or a whole relative clause, to the left.
    private static bool Extends(Unit[] units, int at, int limit, ref int i)
    {
        switch (units[at].Role)
        {
            case Role.Noun or Role.Name or Role.Adjective or Role.Determiner or Role.Number or Role.Possessive or Role.Preposition:
                if (units[at].Role is Role.Noun or Role.Name && units[i].Role == Role.Determiner) return false;
                // "hours after the police", not "those who left since 2018".
                if (units[at].Lower is "after" or "before" && at > limit && (IsTime(units[at - 1]) || units[at - 1].Role == Role.Number)) return false;
                i = at;
                return true;
            case Role.Pronoun:
                if (units[i].Role is not (Role.Preposition or Role.Possessive or Role.Conjunction)) return false;
                i = at;
                return true;
            case Role.Adverb:
                if (units[i].Role is not (Role.Adjective or Role.Number)) return false;
                i = at;
                return true;
            case Role.Conjunction:
                if (at == limit || !(units[at - 1].IsNominal || units[at - 1].Role is Role.Adjective or Role.Possessive) || units[at].Lower is not ("and" or "or" or "&")) return false;
                i = at;
                return true;
            case Role.Sign:
                return ExtendsOverSign(units, at, limit, ref i);
            case Role.Quote:
                if (units[at].End - units[at].Start > 40 || at == limit || units[at - 1].Role is not (Role.Determiner or Role.Adjective or Role.Possessive)) return false;
                i = at;
                return true;
            case Role.Verb:
                if ((units[at].Form & (VerbForm.Ing | VerbForm.Participle)) != 0 && at > limit && units[at - 1].Role is Role.Determiner or Role.Possessive or Role.Adjective && !units[at - 1].Is("this"))
                {
                    i = at;
                    return true;
                }

                return ExtendsOverClause(units, at, limit, ref i);
            case Role.Be or Role.Have or Role.Modal or Role.Do or Role.To:
                return ExtendsOverClause(units, at, limit, ref i);
            default:
                return false;
        }
    }

    private static bool ExtendsOverSign(Unit[] units, int at, int limit, ref int i)
    {
        if (units[at].Is("-") || units[at].Is("&") || units[at].Is("$") || units[at].Is("%") || units[at].Is("@") || units[at].Is("#"))
        {
            i = at;
            return true;
        }

        // Initials and titles: "J. Smith", "Mr. Smith".
        if (units[at].Is(".") && at > limit && units[at - 1].Capital && units[at - 1].End == units[at].Start && (units[i].Capital || units[i].Role == Role.Number))
        {
            i = at - 1;
            return true;
        }

        if (!units[at].Is(")")) return false;
        for (var open = at - 1; open >= limit && at - open < 9; open--)
        {
            if (!units[open].Is("(")) continue;
            i = open;
            return true;
        }

        return false;
    }

    // "those who have left the camp", "a man accused of theft": goes on before the clause.
    private static bool ExtendsOverClause(Unit[] units, int at, int limit, ref int i)
    {
        for (var k = at; k >= limit && at - k < 14; k--)
        {
            var role = units[k].Role;
            if (role == Role.Sign && !units[k].Is("-")) return false;
            if ((role == Role.Question && units[k].Lower is "who" or "which" or "whose" or "whom") && k > limit && (units[k - 1].IsNominal || units[k - 1].Role == Role.Determiner))
            {
                i = k - 1;
                return true;
            }

            if (role is Role.Subordinator && !(units[k].Is("that") && k > limit && units[k - 1].Role is Role.Noun && units[k - 1].Word.Entry.VerbClass != 'C' && k + 1 < units.Length && units[k + 1].Role is Role.Verb or Role.Be or Role.Have or Role.Modal)) return false;
            if (role is Role.Subordinator)
            {
                i = k - 1;
                return true;
            }

            if (k == at && role == Role.Verb && (units[k].Form & VerbForm.Participle) != 0 && k > limit && units[k - 1].Role is Role.Noun or Role.Pronoun
                && units[i].Role == Role.Preposition && !units[k - 1].Is("he") && !units[k - 1].Is("she") && !units[k - 1].Is("they"))
            {
                i = k - 1;
                return true;
            }

            if (k == at && role == Role.Verb && units[k].Form == VerbForm.Ing && k > limit && units[k - 1].Role is Role.Noun or Role.Pronoun)
            {
                i = k - 1;
                return true;
            }
        }

        return false;
    }

    private static int Trimmed(Unit[] units, int start, int end)
    {
        while (start < end)
        {
            if (units[start].Role is Role.Conjunction or Role.Adverb || units[start].Role == Role.Sign && !units[start].Is("$") && !units[start].Is("@") && !units[start].Is("#"))
            {
                start++;
            }
            else if (units[start].Role is Role.Preposition)
            {
                var next = AfterPrepositional(units, start, end);
                if (next > end) return start;
                start = next;
            }
            else if (IsTime(units[start]) && start + 1 <= end && (units[start + 1].Role is Role.Name or Role.Determiner or Role.Pronoun || IsTime(units[start + 1])))
            {
                start++;
            }
            else
            {
                return start;
            }
        }

        return start;
    }

    // Behind the phrase that a preposition opens: at the next name or determiner.
    private static int AfterPrepositional(Unit[] units, int at, int end)
    {
        var i = at + 1;
        var seen = false;
        for (; i <= end; i++)
        {
            var role = units[i].Role;
            if (seen && (role is Role.Determiner or Role.Pronoun || (role == Role.Name && units[i - 1].Role is Role.Noun) || (IsTime(units[i - 1]) && role is Role.Name or Role.Noun or Role.Adjective && !IsTime(units[i])))) return i;
            if (role is Role.Noun or Role.Name or Role.Number) seen = true;
            if (role is Role.Preposition or Role.Possessive) seen = false;
        }

        return end + 1;
    }

    /// <summary>Behind the last unit of the phrase that begins at a unit; the unit itself when none begins there.</summary>
    /// <param name="units">The sentence.</param>
    /// <param name="start">Its first unit.</param>
    /// <param name="limit">Not beyond this unit.</param>
    /// <param name="chains">True to take <c>of …</c> and other phrases behind it along.</param>
    public static int EndOf(Unit[] units, int start, int limit, bool chains)
    {
        var i = start;
        var nominal = false;
        while (i < limit)
        {
            var role = units[i].Role;
            if (role is Role.Noun or Role.Name)
            {
                if (nominal && IsTime(units[i])) break;
                nominal = true;
            }
            else if (role == Role.Number) nominal = true;
            else if (role == Role.Pronoun)
            {
                // "Ruiz and four others"
                if (nominal && !(units[i].Is("others") && units[i - 1].Role is Role.Number or Role.Determiner)) break;
                i++;
                nominal = true;
                if (i < limit && units[i].Is("of") && chains) continue;
                return i;
            }
            else if (role is Role.Determiner)
            {
                if (nominal && !(i > start && units[i - 1].Role is Role.Preposition or Role.Conjunction)) break;
                nominal = units[i].Lower is "many" or "some" or "most" or "several" or "few" or "both";
            }
            else if (role is Role.Adjective or Role.Possessive || (role == Role.Quote && units[i].End - units[i].Start <= 30 && !(nominal && units[i].OpensWithVerb))) { }
            else if (role == Role.Verb && (units[i].Form & (VerbForm.Participle | VerbForm.Ing)) != 0 && !nominal && !(i > start && units[i - 1].Role == Role.Quote)) { }
            else if (role == Role.Adverb && !nominal) { }
            else if (role == Role.Preposition && nominal && chains && !IsAdjunct(units, i, limit)) nominal = false;
            else if (role == Role.Conjunction && nominal && units[i].Lower is "and" or "or" or "&" && i + 1 < limit && BeginsPhrase(units[i + 1])) nominal = false;
            else if (units[i].Is("-") || units[i].Is("$") || units[i].Is("&") || units[i].Is("%") || units[i].Is("@") || units[i].Is("#")) { }
            else if (units[i].Is(".") && i > start && units[i - 1].Capital && units[i - 1].End == units[i].Start && i + 1 < limit && units[i + 1].Capital) { }
            else if (units[i].Is("(") && Closing(units, i, limit) is var close and > 0) i = close;
            else break;
            i++;
        }

        while (i > start && units[i - 1].Role is Role.Preposition or Role.Conjunction or Role.Adverb or Role.Determiner && units[i - 1].Lower is not ("many" or "some" or "most" or "several" or "few" or "both")) i--;
        return i;
    }

    /// <summary>True for a unit that a noun phrase can begin with.</summary>
    public static bool BeginsPhrase(in Unit unit) =>
        unit.Role is Role.Noun or Role.Name or Role.Pronoun or Role.Number or Role.Determiner or Role.Adjective || unit.Is("$") || unit.Is("@");

    /// <summary>True for a preposition that opens a time or an occasion: "on Tuesday", "in a statement", "to reporters".</summary>
    public static bool IsAdjunct(Unit[] units, int preposition, int limit)
    {
        if (units[preposition].Is("of")) return false;
        for (var i = preposition + 1; i < Math.Min(limit, preposition + 6); i++)
        {
            if (IsTime(units[i]) || IsSetting(units[i])) return true;
            if (units[i].Role is not (Role.Determiner or Role.Adjective or Role.Name or Role.Noun or Role.Possessive or Role.Number)) return false;
        }

        return false;
    }

    private static int Closing(Unit[] units, int open, int limit)
    {
        for (var i = open + 1; i < Math.Min(limit, open + 9); i++)
            if (units[i].Is(")")) return i;
        return -1;
    }
}
