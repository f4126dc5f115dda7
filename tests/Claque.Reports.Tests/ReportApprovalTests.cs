using System.Text;

namespace Claque.Tests.Reports;

public sealed class ReportApprovalTests
{
    [Fact]
    public void The_report_of_an_unvalidated_run_is_the_approved_one() => Approval.Verify("report.html", Html(Invented.Model()));

    [Fact]
    public void The_report_of_a_tested_run_is_the_approved_one() => Approval.Verify("report-tested.html", Html(Invented.Tested()));

    [Fact]
    public void The_same_model_gives_the_same_bytes() => Html(Invented.Model()).ShouldBe(Html(Invented.Model()));

    internal static string Html(ReportModel model)
    {
        using var output = new MemoryStream();
        HtmlReport.Write(model, Invented.Stamp, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
