using Claque.Reading;

namespace Claque.Tests.Cases;

/// <summary>The process that a test kills: it imports <c>MixedRows</c> into a case, stops in the middle, says so and waits.</summary>
public static class Program
{
    public static void Main(string[] arguments)
    {
        using var file = CaseFile.Open(arguments[0]);
        var stopAt = int.Parse(arguments[1]);
        var rows = InterruptionTests.MixedRows();
        file.Import(TestCase.Input("posts.csv", rows, TimePrecision.Minute, before: row =>
        {
            if (row != stopAt) return;
            Console.WriteLine("waiting");
            Thread.Sleep(Timeout.Infinite);
        }), null, TestCase.Now, 7, CancellationToken.None);
    }
}
