using Claque.Reading;
using Claque.Tracing;

namespace Claque.Reports;

/// <summary>Behaviours as people name them.</summary>
public static class BehaviourNames
{
    /// <summary>The behaviour of this name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Behaviour Parse(string name)
    {
        if (name.StartsWith("column:", StringComparison.Ordinal) && name.Length > 7) return new Behaviour(name);
        var behaviour = new Behaviour(name);
        return Behaviour.BuiltIn.Contains(behaviour)
            ? behaviour
            : throw new InputException($"There is no behaviour \"{name}\". There are: {string.Join(", ", Behaviour.BuiltIn)}, and column:NAME for a column given with --object.");
    }
}
