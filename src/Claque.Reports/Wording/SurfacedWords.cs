namespace Claque.Reports.Wording;

/// <summary>The words for accounts that are worth a look and that nothing names.</summary>
public static class SurfacedWords
{
    /// <summary>What it means to be listed, in sentences.</summary>
    public const string Meaning =
        "No error rate is promised for these accounts, they are in no count of named accounts and in no group on their account, and being listed is no ground to publish a name. "
        + "It says where to look next: with more data, with publication times, or by other means.";

    /// <summary>What a list of one tier is called.</summary>
    public static string Caption(string tier) => tier == "lead" ? "Leads: circles near the bar" : "Together at publication, reading open";
}
