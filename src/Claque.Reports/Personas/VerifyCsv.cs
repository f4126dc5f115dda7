using System.Globalization;
using Claque.Personas;
using Claque.Reports.Exports;

namespace Claque.Reports.Personas;

/// <summary>Answers on known and unknown texts as CSV.</summary>
public static class VerifyCsv
{
    /// <summary>Writes a line for each problem.</summary>
    /// <param name="answers">The answers, in order.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(IEnumerable<VerificationAnswer> answers, Stream output)
    {
        ArgumentNullException.ThrowIfNull(answers);
        using var csv = new CsvWriter(output, new CsvOptions(), "problem", "score", "log_lr", "verdict", "reason", "rival", "rival_log_lr");
        foreach (var answer in answers)
        {
            csv.Text(answer.Id);
            csv.Number(answer.Score.ToString("0.######", CultureInfo.InvariantCulture));
            csv.Number(answer.LogRatio?.ToString("0.######", CultureInfo.InvariantCulture) ?? "");
            csv.Text(PersonaWords.Of(answer.Verdict));
            csv.Text(answer.Reason);
            csv.Text(answer.Rival?.Id ?? "");
            csv.Number(answer.Rival?.LogRatio.ToString("0.######", CultureInfo.InvariantCulture) ?? "");
            csv.EndRow();
        }
    }
}
