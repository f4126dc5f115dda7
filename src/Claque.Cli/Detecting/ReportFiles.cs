using Claque.Cases;
using Claque.Cli.Terminal;
using Claque.Reports;

namespace Claque.Cli.Detecting;

/// <summary>Writes the report of a run to a file.</summary>
internal static class ReportFiles
{
    /// <summary>Writes the report of a run; gives what it shows.</summary>
    public static ReportModel Write(CaseFile of, int run, string path, bool pseudonymise, Screen screen)
    {
        var model = ReportModels.Of(of, run, pseudonymise);
        using var output = OutputFile.Create(path);
        HtmlReport.Write(model, new ReportStamp(screen.Now, App.Version), output);
        return model;
    }
}
