using System.Text.RegularExpressions;
using Claque.Text.Prose;

namespace Claque.Statements.Names;

/// <summary>Somebody who bears a surname.</summary>
/// <param name="Surname">The surname, in lower case.</param>
/// <param name="Forms">The full forms of the name; none for one who is met under titles only ("Mr. Orlan" beside Tilda Orlan).</param>
/// <param name="Sex"><c>f</c>, <c>m</c>, <c>r</c> for a rank, nothing known: by given name, title, or "his daughter".</param>
internal sealed record Bearer(string Surname, IReadOnlyList<NameForm> Forms, char Sex);

/// <summary>A link of one article only; -1 for all of them.</summary>
internal readonly record struct ScopedLink(EntityLink Link, int Article);

/// <summary>Keeps relatives apart: says, article by article, whom a surname means that more than one person bears.</summary>
/// <remarks>
/// A surname, or "Mr." and a surname, is the one bearer named before it in its article; an office and a surname ("President Orlan") is the one bearer written under that
/// office, or the only one whom it can be. Who is introduced as a relative ("his daughter, Tilda Orlan") is not meant by what stands before. A short form that
/// fits several is linked to none, neither in its article nor across them.
/// </remarks>
internal sealed partial class Bearers
{
    private readonly List<Document> documents;
    private readonly Dictionary<(string Form, int Article), int> first = [];
    private readonly Dictionary<string, Bearer> bearerOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> contested = new(StringComparer.Ordinal);
    private readonly List<ScopedLink> links = [];

    /// <summary>Finds who bears a surname, and what the short forms of those that several bear mean.</summary>
    /// <param name="documents">The articles.</param>
    /// <param name="mentions">Their mentions, in order of article and place.</param>
    /// <param name="forms">All forms.</param>
    public Bearers(List<Document> documents, List<Mention> mentions, NameForm[] forms)
    {
        this.documents = documents;
        foreach (var mention in mentions) first.TryAdd((Entities.Plain(mention.Form), mention.Article), mention.Span.Start);
        foreach (var named in forms.Where(form => form.Surname.Length > 0).GroupBy(form => form.Surname, StringComparer.Ordinal))
            Read([.. named.Where(form => form.Given.Length > 0)], [.. named.Where(form => form.Given.Length == 0)]);
    }

    /// <summary>The links that hold for surnames of several bearers, and full forms that name one with and without "Jr." or an office.</summary>
    public IReadOnlyList<ScopedLink> Links => links;

    /// <summary>True for a short form whose surname several bear: what it means is told for each article by itself.</summary>
    public bool IsContested(string form) => contested.Contains(form);

    /// <summary>Whom a full form names; null where its surname is one person's.</summary>
    public Bearer? Of(string form) => bearerOf.GetValueOrDefault(form);

    private void Read(List<NameForm> full, List<NameForm> shorts)
    {
        // A town has streets and hotels of its name: nobody of a given name, and none with a title.
        if (!full.Exists(form => form.Titles.Length + form.Generation.Length > 0 || EntityLexicon.IsGiven(form.Given[0])) && !shorts.Exists(form => form.Titles.Length > 0)) return;
        var bearers = Named(full);
        var titled = shorts.FindAll(form => form.Sex is 'f' or 'm' && bearers.TrueForAll(bearer => !Fits(form, bearer)));
        var unnamed = titled.Select(form => form.Sex).Distinct().Order().Select(sex => new Bearer(full.Concat(shorts).First().Surname, [], sex)).ToList();
        if (bearers.Count + unnamed.Count < 2 && !(bearers.Count == 1 && shorts.Exists(form => IsAnothers(form, bearers[0])))) return;
        foreach (var bearer in bearers)
            foreach (var form in bearer.Forms) bearerOf[form.Text] = bearer;
        contested.UnionWith(shorts.Select(form => form.Text));
        List<Bearer> all = [.. bearers, .. unnamed];
        for (var article = 0; article < documents.Count; article++) Bind(article, shorts.FindAll(form => first.ContainsKey((form.Text, article))), all);
    }

    // What offices tell first, then what "Mr." and "Mrs." do: one whom nothing tells is somebody too, whom the rest may mean.
    private void Bind(int article, List<NameForm> shorts, List<Bearer> all)
    {
        var met = new Dictionary<Bearer, string>(ReferenceEqualityComparer.Instance);
        foreach (var form in shorts.OrderBy(form => form.IsOffice ? 0 : form.Titles.Length > 0 ? 1 : 2).ThenBy(form => first[(form.Text, article)]))
        {
            var at = first[(form.Text, article)];
            var possible = all.FindAll(bearer => Fits(form, bearer) && !IsNamedAsKinLater(bearer, article, at));
            var written = form.IsOffice ? all.FindAll(bearer => bearer.Forms.Any(other => other.Titles.Contains(form.Titles[^1], StringComparer.Ordinal))) : [];
            var here = form.IsOffice ? [] : possible.FindAll(bearer => At(bearer, article) is >= 0 and var named && named < at).Union(met.Keys.Where(bearer => Fits(form, bearer)), ReferenceEqualityComparer.Instance).Cast<Bearer>().ToList();
            var meant = written.Count == 1 ? written : here.Count > 0 ? here : possible;
            if (meant.Count != 1)
            {
                if (form.Titles.Length > 0) met.Add(new Bearer(form.Surname, [], form.Sex), form.Text);
                continue;
            }

            var reason = written.Count == 1 ? "title and surname" : here.Count > 0 ? "surname in its article" : "surname of nobody else";
            if ((meant[0].Forms.Count > 0 ? meant[0].Forms[0].Text : met.GetValueOrDefault(meant[0])) is { } same) links.Add(new ScopedLink(new EntityLink(form.Text, same, reason), article));
            met.TryAdd(meant[0], form.Text);
        }
    }

    // "Orlan left. Her husband, Karel Orlan, stayed": who is introduced so was not meant before.
    private bool IsNamedAsKinLater(Bearer bearer, int article, int at) => At(bearer, article) is var named && named > at && Kin(article, named).Length > 0;

    // Where an article first names somebody in full; -1 for nowhere.
    private int At(Bearer bearer, int article) => bearer.Forms.Select(form => first.GetValueOrDefault((form.Text, article), -1)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    private static bool Fits(NameForm form, Bearer bearer) => NameForms.TitlesFit(form.Sex, bearer.Sex) && (form.Generation.Length == 0 || bearer.Forms.Any(other => other.Generation == form.Generation));

    // "President Orlan … his daughter, Tilda Orlan": an office named before one who is introduced as a relative is somebody else's.
    private bool IsAnothers(NameForm form, Bearer bearer) => form.IsOffice && Enumerable.Range(0, documents.Count).Any(article => first.TryGetValue((form.Text, article), out var at) && IsNamedAsKinLater(bearer, article, at));

    private List<Bearer> Named(List<NameForm> full)
    {
        var bearers = new List<List<NameForm>>();
        foreach (var form in full.OrderByDescending(form => form.Words.Length).ThenBy(form => form.Text, StringComparer.Ordinal))
        {
            var own = bearers.FindAll(bearer => bearer.Exists(other => Link(form, other, full) is not null));
            if (own.Count == 1) own[0].Add(form);
            else bearers.Add([form]);
        }

        return [.. bearers.Select(forms => new Bearer(forms[0].Surname, forms, SexOf(forms)))];
    }

    private string? Link(NameForm form, NameForm other, List<NameForm> full)
    {
        if (NameRules.Reason(form, other) is { } reason) return reason;
        // "Attorney General Ivo Orlan", "Ivo Orlan"
        var bare = (form.Titles.Length > 0 || other.Titles.Length > 0) && form.Generation == other.Generation ? NameRules.Reason(form.Bare, other.Bare) : null;
        var one = bare is not null ? "office" : IsOneGeneration(form, other, full) ? "generation" : IsLongFor(form, other) ? "given name" : null;
        if (one is not null) links.Add(new ScopedLink(new EntityLink(form.Text, other.Text, one), -1));
        return one;
    }

    private bool IsLongFor(NameForm a, NameForm b) => a.Given.Length == 1 && b.Given.Length == 1 && a.Generation == b.Generation && !AreTogether(a, b)
        && (EntityLexicon.LongFor(a.Given[0]).Contains(b.Given[0]) || EntityLexicon.LongFor(b.Given[0]).Contains(a.Given[0]));

    // "Ivo H. Orlan Jr." of one article is "Ivo Orlan" of another, if nobody else of that surname is named and no office is, before him, that may be his father's.
    private bool IsOneGeneration(NameForm a, NameForm b, List<NameForm> full)
    {
        if (a.Generation == b.Generation || (a.Generation.Length > 0 && b.Generation.Length > 0) || NameRules.Reason(a.Bare, b.Bare) is null || AreTogether(a, b)) return false;
        return full.TrueForAll(form => NameRules.Reason(form.Bare, a.Bare) is not null && (form.Generation.Length == 0 || form.Generation == a.Generation + b.Generation));
    }

    private bool AreTogether(NameForm a, NameForm b) => Enumerable.Range(0, documents.Count).Any(article => first.ContainsKey((a.Text, article)) && first.ContainsKey((b.Text, article)));

    private char SexOf(List<NameForm> forms)
    {
        foreach (var form in forms)
            if (form.Sex != '-') return form.Sex;
        foreach (var form in forms)
            for (var article = 0; article < documents.Count; article++)
                if (first.TryGetValue((form.Text, article), out var at) && Kin(article, at) is { Length: > 0 } kin)
                    return kin is "daughter" or "wife" or "sister" or "mother" or "widow" or "aunt" or "niece" or "lady" ? 'f' : kin is "son" or "husband" or "brother" or "father" or "uncle" or "nephew" ? 'm' : '-';
        return '-';
    }

    // Whose daughter, son or wife somebody is introduced as, in the words right before the name.
    private string Kin(int article, int at) => Kinship().Match(documents[article].Text[Math.Max(0, at - 40)..at]).Groups["kin"].Value.ToLowerInvariant();

    [GeneratedRegex(@"\b(?<kin>daughter|wife|sister|mother|widow|aunt|niece|son|husband|brother|father|uncle|nephew|cousin|(?<=\bfirst )lady)(-in-law)?,? $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kinship();
}
