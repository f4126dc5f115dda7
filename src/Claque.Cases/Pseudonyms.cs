using System.Security.Cryptography;
using System.Text;

namespace Claque.Cases;

/// <summary>
/// Names that stand for accounts without telling who they are: the same account has the same name wherever the same key is
/// used, and without the key nobody can find the account by trying handles.
/// </summary>
/// <remarks>HMAC-SHA256 (RFC 2104), cut to 64 bits: among a million accounts two share a name with a chance of 1 in 37 million.</remarks>
public sealed class Pseudonyms
{
    private const int KeptBytes = 8;
    private readonly byte[] _key;

    /// <summary>Makes names with a key: the one of a case, or one shared by several cases.</summary>
    /// <exception cref="ArgumentException">The key is shorter than 16 bytes: it could be found by trying.</exception>
    public Pseudonyms(ReadOnlySpan<byte> key)
    {
        if (key.Length < 16) throw new ArgumentException($"The key has {key.Length} bytes; at least 16 are needed.", nameof(key));
        _key = key.ToArray();
    }

    /// <summary>The name of an account, such as <c>account-3f9a1c0b55e27d84</c>: by platform and id, whatever its handle is by now.</summary>
    public string Of(AccountView account) => "account-" + Hash(account.Platform + "\0" + account.NativeId);

    /// <summary>The name of any other id or handle with a word before it: <c>Of("post", "123")</c>.</summary>
    public string Of(string word, string text) => word + "-" + Hash(word + "\0\0" + text);

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, KeptBytes));
}
