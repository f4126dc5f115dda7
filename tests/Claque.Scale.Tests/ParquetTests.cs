using Claque.Reading;
using Claque.Scale.Parquet;
using Claque.Tests.Cli;

namespace Claque.Tests.Scale;

public sealed class ParquetTests
{
    [DuckDbFact]
    public void A_parquet_file_gives_what_its_rows_give_as_csv()
    {
        using var desk = new Desk();
        var csv = desk.Write("shares.csv", Corpora.Shares(20_000, 7));
        ParquetFiles.FromCsv(csv, desk["shares.parquet"], DuckDbLibrary.Path, ["timestamp_share"], []);
        foreach (var (file, options) in new[] { ("shares.csv", Array.Empty<string>()), ("shares.parquet", ["--duckdb", DuckDbLibrary.Path]) })
            desk.Done(["detect", desk[file], "--edges", desk[file + ".pairs"], "--accounts", desk[file + ".accounts"], .. options]);
        File.ReadAllText(desk["shares.parquet.pairs"]).ShouldBe(File.ReadAllText(desk["shares.csv.pairs"]));
        File.ReadAllText(desk["shares.parquet.accounts"]).ShouldBe(File.ReadAllText(desk["shares.csv.accounts"]));
        File.ReadAllLines(desk["shares.csv.pairs"]).Length.ShouldBeGreaterThan(10);
    }

    [DuckDbFact]
    public void A_case_is_made_of_it_and_its_run_goes_out_again_with_ids_as_text()
    {
        using var desk = new Desk();
        var csv = desk.Write("shares.csv", Corpora.Shares(20_000, 8).Replace(",u", ",00", StringComparison.Ordinal));
        ParquetFiles.FromCsv(csv, desk["shares.parquet"], DuckDbLibrary.Path, ["timestamp_share"], []);
        string[] library = ["--duckdb", DuckDbLibrary.Path];
        desk.Done(["inspect", desk["shares.parquet"], .. library]).ShouldContain("shares.parquet");
        desk.Done(["import", desk["shares.parquet"], "--case", desk["c.claque"], .. library]);
        desk.Done("detect", desk["c.claque"], "--sensitivity", "off");
        desk.Done("export", desk["c.claque"], "--format", "csv", "--out", desk["csv"]);
        desk.Done(["export", desk["c.claque"], "--format", "parquet", "--out", desk["out"], .. library]);
        ParquetFiles.ToCsv(Path.Combine(desk["out"], "accounts.parquet"), desk["accounts.csv"], DuckDbLibrary.Path);
        var (back, straight) = (File.ReadAllLines(desk["accounts.csv"]), File.ReadAllLines(Path.Combine(desk["csv"], "accounts.csv")));
        back.Length.ShouldBe(straight.Length);
        back[1].Split(',')[0].ShouldStartWith("00");
        back.Select(Id).ShouldBe(straight.Select(Id));

        static string Id(string line) => line.Split(',')[0].Trim('"', '\'');
    }

    [Fact]
    public void Without_the_library_one_sentence_says_how_to_get_it()
    {
        using var desk = new Desk();
        var file = desk.Write("posts.parquet", "PAR1 and so on"u8.ToArray());
        if (Environment.GetEnvironmentVariable(ParquetFiles.Variable) is not { Length: > 0 }) desk.Refused("inspect", file).ShouldContain("https://duckdb.org/install");
        desk.Refused("inspect", file, "--duckdb", desk["none.so"]).ShouldContain("there is no such file");
        desk.Refused("inspect", file, "--duckdb", desk.Write("text.so", "no library")).ShouldContain("is not DuckDB's library for this system");
    }

    [DuckDbFact]
    public void A_broken_parquet_file_is_refused_with_what_duckdb_says()
    {
        using var desk = new Desk();
        var file = desk.Write("posts.parquet", "PAR1 and so on"u8.ToArray());
        desk.Refused("inspect", file, "--duckdb", DuckDbLibrary.Path).ShouldContain("DuckDB:");
        Should.Throw<InputException>(() => ParquetFiles.ToCsv(desk["o'clock.parquet"], desk["x.csv"], DuckDbLibrary.Path));
    }
}
