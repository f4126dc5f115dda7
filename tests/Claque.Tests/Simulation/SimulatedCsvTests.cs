using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

public sealed class SimulatedCsvTests
{
    [Fact]
    public void Times_are_cut_to_the_second_and_texts_quoted_where_they_must_be()
    {
        const long Noon = 1_709_553_600_999_999;
        var simulated = new Simulated(
            [
                new SimulatedPost("p1", "joren", "https://saltquay-post.example/1", Behaviour.Link, Noon, "plain"),
                new SimulatedPost("p2", "kessi", "", Behaviour.Text, Noon + 1, "she said \"no\", twice\nand left"),
            ],
            [new SimulatedAccount("joren", "organic", ""), new SimulatedAccount("kessi", "crew", "tide, the")]);
        simulated.Bytes().ShouldBe(
            """
            post_id,account_id,object_id,kind,time,text
            p1,joren,https://saltquay-post.example/1,link,2024-03-04T12:00:00Z,plain
            p2,kessi,,text,2024-03-04T12:00:01Z,"she said ""no"", twice
            and left"
            account_id,role,crew
            joren,organic,
            kessi,crew,"tide, the"

            """.ReplaceLineEndings("\n"));
    }
}
