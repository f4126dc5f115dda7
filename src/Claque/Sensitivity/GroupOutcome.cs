namespace Claque.Sensitivity;

/// <summary>Which decision of a run a setting changes.</summary>
public enum SettingKind
{
    /// <summary>None: the run as it was made.</summary>
    AsRun,

    /// <summary>How close in time counts as together.</summary>
    Windows,

    /// <summary>The error rate, or how it is controlled.</summary>
    ErrorRate,

    /// <summary>The behaviours looked at.</summary>
    Behaviours,

    /// <summary>The objects looked at.</summary>
    Objects,
}

/// <summary>One other way in which the run could have been made.</summary>
/// <param name="Kind">What it changes.</param>
/// <param name="Name">What it is, for people: <c>only 10 s</c>, <c>without link</c>.</param>
public sealed record Setting(SettingKind Kind, string Name);

/// <summary>How a group of the run fares when the run is made in another way.</summary>
/// <param name="Group">Number of the group over all behaviours.</param>
/// <param name="Setting">The other way.</param>
/// <param name="Members">Members of the group.</param>
/// <param name="Named">Members that form a named pair with another member.</param>
/// <param name="Weak">Further members that form a weak pair with another member.</param>
/// <param name="Parts">Into how many pieces those pairs tie these members: 1, the group stays one; 0, none of it stands.</param>
/// <param name="Q">
/// Median over the members of the smallest q-value of a pair with another member, 1 where a member has none. Of an even number the
/// larger of the middle two.
/// </param>
public sealed record GroupOutcome(int Group, Setting Setting, int Members, int Named, int Weak, int Parts, double Q)
{
    /// <summary>True when most of the members are still named and still tied together in one piece.</summary>
    public bool Holds => 2 * Named > Members && Parts == 1;
}
