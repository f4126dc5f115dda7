using System.Security.Cryptography;
using Claque.Reading;

namespace Claque.Cases;

/// <summary>The hash that a file is known by in a case.</summary>
public static class FileHash
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>SHA-256 of the bytes of a file, lower-case hex.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static string Sha256(string path, IProgress<StageProgress>? progress, CancellationToken stop)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var chunk = new byte[ChunkBytes];
            long done = 0;
            while (file.Read(chunk) is > 0 and var read)
            {
                stop.ThrowIfCancellationRequested();
                hash.AppendData(chunk, 0, read);
                progress?.Report(new StageProgress("hashing", done += read, file.Length));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
