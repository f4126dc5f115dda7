namespace Claque.Text;

/// <summary>Numbers of things in a sentence.</summary>
internal static class Counted
{
    /// <summary>1 row, 2,000 rows.</summary>
    public static string Of(long count, string one, string many) => FormattableString.Invariant($"{count:N0} {(count == 1 ? one : many)}");
}
