using Claque.Reading;
using Claque.Simulation;
using Claque.Tracing;

namespace Claque.Tests.Simulation;

public sealed class PlantsTests
{
    [Fact]
    public void A_cell_names_size_acts_and_jitter()
    {
        var crew = Plants.Parse("8x15x10min").ShouldHaveSingleItem();
        (crew.Size, crew.JointActs, crew.Jitter).ShouldBe((8, 15, TimeSpan.FromMinutes(10)));
        (crew.Camouflage, crew.Participation, crew.Launcher, crew.Edits).ShouldBe((.5, 1, false, TextEdits.None));
        crew.Behaviours.ShouldBe([Behaviour.Link]);
    }

    [Fact]
    public void A_cell_takes_camouflage_participation_number_and_behaviours()
    {
        var crews = Plants.Parse("8x5x30s-c90-p60-n3-launch-paraphrase-link+text, 4x8x1h");
        crews.Length.ShouldBe(4);
        crews.Select(crew => crew.Name).ShouldBeUnique();
        var crew = crews[1];
        (crew.Camouflage, crew.Participation, crew.Launcher, crew.Edits).ShouldBe((.9, .6, true, TextEdits.Paraphrase));
        crew.Behaviours.ShouldBe([Behaviour.Link, Behaviour.Text]);
        crews[3].Jitter.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void The_grid_is_three_sizes_by_four_numbers_of_acts()
    {
        var grid = Plants.Parse("grid-30s-c90");
        grid.Select(crew => (crew.Size, crew.JointActs)).ShouldBe(from size in new[] { 4, 8, 16 } from acts in new[] { 5, 8, 15, 30 } select (size, acts));
        grid.ShouldAllBe(crew => crew.Jitter == TimeSpan.FromSeconds(30) && crew.Camouflage == .9);
        Plants.Parse("grid").ShouldAllBe(crew => crew.Jitter == TimeSpan.FromMinutes(2) && crew.Camouflage == .5);
        Plants.Parse("none").ShouldBeEmpty();
        Plants.Parse("small").Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("8x8")]
    [InlineData("1x8x2min")]
    [InlineData("8x0x2min")]
    [InlineData("8x8x2days")]
    [InlineData("8x8x25h")]
    [InlineData("8x8x0s")]
    [InlineData("8x8x2min-c100")]
    [InlineData("8x8x2min-p0")]
    [InlineData("8x8x2min-domain")]
    [InlineData("big")]
    [InlineData("small,small")]
    public void What_cannot_be_read_is_named_in_the_error(string plant) =>
        Should.Throw<InputException>(() => Plants.Parse(plant)).Message.ShouldContain(plant);

    [Fact]
    public void A_crew_file_gives_every_field()
    {
        var crew = CrewFile.Parse(
            """
            {"crews": [{"name": "night shift", "size": 9, "joint_acts": 20, "jitter": "90s", "camouflage": 0.75, "participation": 0.6,
                        "behaviours": ["reshare", "text"], "launcher": true, "edits": "light"}]}
            """,
            "crews.json").ShouldHaveSingleItem();
        (crew.Name, crew.Size, crew.JointActs, crew.Jitter).ShouldBe(("night shift", 9, 20, TimeSpan.FromSeconds(90)));
        (crew.Camouflage, crew.Participation, crew.Launcher, crew.Edits).ShouldBe((.75, .6, true, TextEdits.Light));
        crew.Behaviours.ShouldBe([Behaviour.Reshare, Behaviour.Text]);
        CrewFile.Parse("""[{"name": "a", "size": 4, "joint_acts": 5, "jitter": "1min"}]""", "a.json").ShouldHaveSingleItem().Camouflage.ShouldBe(.5);
    }

    [Theory]
    [InlineData("""[{"name": "a", "size": 4, "joint_acts": 5, "jitter": "1min", "camoflage": 0.5}]""", "camoflage")]
    [InlineData("""{"crew": []}""", "crew")]
    [InlineData("""[{"name": "a", "size": 4, "joint_acts": 5}]""", "jitter")]
    [InlineData("""[{"name": "a", "size": "4", "joint_acts": 5, "jitter": "1min"}]""", "whole number")]
    [InlineData("""[{"name": "a", "size": 1, "joint_acts": 5, "jitter": "1min"}]""", "size")]
    [InlineData("""[{"name": "a", "size": 4, "joint_acts": 5, "jitter": "1min", "camouflage": 1}]""", "Camouflage")]
    [InlineData("""[{"name": "a", "size": 4, "joint_acts": 5, "jitter": "1min", "behaviours": ["domain"]}]""", "domain")]
    [InlineData("""[{"name": "a", "size": 4, "joint_acts": 5, "jitter": "1min", "edits": "heavy"}]""", "heavy")]
    [InlineData("""[{"name": "a", "size": 4, "joint_acts": 5, "jitter": "1min"}, {"name": "a", "size": 4, "joint_acts": 5, "jitter": "1min"}]""", "two crews")]
    [InlineData("[", "not JSON")]
    [InlineData("3", "array of crews")]
    public void A_crew_file_with_a_mistake_is_refused_with_its_name_and_the_field(string json, string mentions)
    {
        var message = Should.Throw<InputException>(() => CrewFile.Parse(json, "crews.json")).Message;
        message.ShouldContain("crews.json");
        message.ShouldContain(mentions);
    }
}
