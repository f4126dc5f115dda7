using System.Buffers;
using System.Globalization;

namespace Claque.Simulation;

/// <summary>Writes a simulated corpus as two tables.</summary>
internal static class SimulatedCsv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static void WritePosts(Simulated simulated, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("post_id,account_id,object_id,kind,time,text\n");
        Span<char> time = stackalloc char[20];
        foreach (var post in simulated.Posts)
        {
            Field(output, post.PostId, ',');
            Field(output, post.AccountId, ',');
            Field(output, post.ObjectId, ',');
            Field(output, post.Kind.Name, ',');
            Moment(post.TimeUs).TryFormat(time, out var length, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            output.Write(time[..length]);
            output.Write(',');
            Field(output, post.Text, '\n');
        }
    }

    public static void WriteTruth(Simulated simulated, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("account_id,role,crew\n");
        foreach (var account in simulated.Truth)
        {
            Field(output, account.AccountId, ',');
            Field(output, account.Role, ',');
            Field(output, account.Crew, '\n');
        }
    }

    private static DateTime Moment(long timeUs) => DateTime.UnixEpoch.AddTicks(timeUs * TimeSpan.TicksPerMicrosecond);

    private static void Field(TextWriter output, string value, char end)
    {
        if (value.AsSpan().ContainsAny(Special))
        {
            output.Write('"');
            output.Write(value.Replace("\"", "\"\""));
            output.Write('"');
        }
        else
        {
            output.Write(value);
        }

        output.Write(end);
    }
}
