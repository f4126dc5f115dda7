using Claque.Statistics;

namespace Claque.Simulation.First.Decoys;

/// <summary>Forty people who fill name and town into the form letters of six campaigns, within five days.</summary>
internal static class MailMergeTemplates
{
    private static readonly string[] Names = ["Mr Hollin", "Ms Verane", "Dr Osk", "Mrs Tamble", "Mr Quill", "Ms Iverna"];
    private static readonly string[] Towns = ["Norrowick", "Alder Mill", "Sallow", "Upper Venn", "Mossel Ford", "Brine End", "Kettle Moor", "Lathe"];

    public static void Join(FirstWorld world, Pcg32 random)
    {
        foreach (var person in world.Join(Decoy.MailMergeTemplates, 40, random))
        {
            var town = Towns[random.Next(Towns.Length)];
            for (var i = 0; i < 3; i++)
            {
                var campaign = random.Next(6);
                var day = campaign * (world.Days - 5) / 6 + random.Next(5);
                var letter = world.Content.Stock("letter", campaign).Replace("@", Names[random.Next(Names.Length)]).Replace("#", town);
                world.Say(person, person.SomeMoment(day, random), letter);
            }

            world.Live(person, 12, random);
        }
    }
}
