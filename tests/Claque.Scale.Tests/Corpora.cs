using System.Globalization;
using System.Text;
using Claque.Statistics;

namespace Claque.Tests.Scale;

/// <summary>Shares with a known crew, as the CSV of plain shares.</summary>
internal static class Corpora
{
    /// <summary>A crowd on objects of uneven popularity, a crew of eight that meets within a minute, feeds, fast readers, repeats and hubs.</summary>
    /// <param name="acts">About so many acts.</param>
    /// <param name="seed">Seed.</param>
    public static string Shares(int acts, ulong seed)
    {
        var random = new Pcg32(seed, 4);
        var (objects, accounts) = (acts / 12, acts / 20);
        var rows = new StringBuilder("object_id,account_id,content_id,timestamp_share\n");
        var content = 0;
        for (var o = 0; o < objects; o++)
        {
            var start = 1_700_000_000L + (long)(random.NextDouble() * 30 * 86400);
            var size = 2 + (int)(3 / (0.02 + random.NextDouble() * random.NextDouble()));
            for (var i = 0; i < size; i++)
            {
                // The lower its number, the busier an account.
                var account = (int)(accounts * random.NextDouble() * random.NextDouble());
                var delay = (long)(Math.Exp(random.NextDouble() * 12) - 1);
                Add(account, o, start + delay);
                if (random.Next(20) == 0) Add(account, o, start + delay + random.Next(600));
            }

            if (o % (objects / 25) == 0) for (var member = 0; member < 8; member++) Add(accounts + member, o, start + 5000 + random.Next(40));
            if (o % 40 == 0) for (var feed = 0; feed < 3; feed++) Add(accounts + 10 + feed, o, start + 300 * feed + random.Next(4));
            if (o % 60 == 0) for (var fast = 0; fast < 4; fast++) Add(accounts + 20 + fast, o, start + random.Next(15));
        }

        return rows.ToString();

        void Add(int account, int o, long time) =>
            rows.Append(CultureInfo.InvariantCulture, $"o{o},u{account},c{content++},{time}\n");
    }
}
