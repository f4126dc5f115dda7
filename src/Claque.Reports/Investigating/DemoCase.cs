namespace Claque.Reports;

/// <summary>The demo case: where it lies and what it asks.</summary>
public static class DemoCase
{
    /// <summary>Folder of everything the demo writes.</summary>
    public const string Folder = "claque-demo";

    /// <summary>Name of the case in it.</summary>
    public const string File = "demo.claque";

    /// <summary>What the demo's investigator wants to know.</summary>
    public const string Question = "Which accounts in the quarrel over the Ondrelle tide barrier act in concert?";
}
