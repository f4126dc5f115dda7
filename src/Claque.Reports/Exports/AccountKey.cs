using Claque.Cases;

namespace Claque.Reports.Exports;

/// <summary>Identifies an account across platforms: <c>x:1001</c>; the bare id where no platform is known.</summary>
internal static class AccountKey
{
    public static string Of(AccountView account) =>
        account.Platform.Length > 0 || account.NativeId.Contains(':') ? account.Platform + ":" + account.NativeId : account.NativeId;
}
