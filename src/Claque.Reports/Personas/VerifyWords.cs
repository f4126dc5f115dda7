using System.Globalization;
using Claque.Personas;

namespace Claque.Reports.Personas;

/// <summary>The words for answers on known and unknown texts.</summary>
public static class VerifyWords
{
    /// <summary>What is asked of the evidence before an answer is given.</summary>
    public static string OfBar(VerificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Create(CultureInfo.InvariantCulture, $"An answer needs a reference of {options.MinReference} writers in the same language and {options.MinWords} clean words on each side. It is given only where, by the reference's own known texts, at most {options.MostWrong * 100:0} in 100 answers would be wrong and at least {options.LeastAnswerable * 100:0} in 100 such questions get one.{OfRatio(options)}");
    }

    private static string OfRatio(VerificationOptions options) => options.LeastRatio <= 1
        ? " Measured on reporters of one agency who are near on topic, with five known texts each, 44 of 176 answers were wrong: rest nothing on one answer without --strict."
        : string.Create(CultureInfo.InvariantCulture, $" Besides, it needs a ratio of {options.LeastRatio:N0} : 1 for one hand, or of 1 : {options.LeastRatio:N0} for two{(options.IsNearest ? ", and one hand is said only where no other writer of the reference is as near" : "")}. Measured on reporters of one agency: one report against one never got an answer; with five known, 8 of 50 reports were called of one hand with their reporter's others, and wrongly 1 of 150 with those of reporters near on topic.");

    /// <summary>How well the reference's own texts are told apart; empty where nothing shows it.</summary>
    public static string OfReference(Verification verification)
    {
        ArgumentNullException.ThrowIfNull(verification);
        var name = verification.Language.Length > 0 ? " " + verification.Language : "";
        return verification.SelfAuc is { } auc
            ? string.Create(CultureInfo.InvariantCulture, $"Reference{name}: the known texts of {verification.Writers:N0} writers, the one asked about among them. Of two known texts of one writer and two of writers on near topics, the first are nearer in {auc:P0} of cases.")
            : "";
    }

    /// <summary>The strongest innocent rival with its ratio; empty without one.</summary>
    public static string OfRival(VerificationRival? rival) => rival is null ? "" : $"{rival.Id}, {rival.LogRatio.ToString("0.00", CultureInfo.InvariantCulture)}";
}
