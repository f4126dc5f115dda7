namespace Claque.Reading;

/// <summary>What one step of a reader brought.</summary>
public enum ReadStep
{
    /// <summary>A post: the record is filled.</summary>
    Post,

    /// <summary>A row that cannot be used: <see cref="IPostReader.Reject"/> says why.</summary>
    Rejected,

    /// <summary>The end of the file.</summary>
    End,
}

/// <summary>A row that could not be used: where it stands, what was found, what was expected and what to do.</summary>
/// <param name="Line">First line of the row, from 1; for JSON the number of the record.</param>
/// <param name="Kind">A short constant text to count by, such as <c>time not readable</c>.</param>
/// <param name="Reason">The whole sentence, with the value found.</param>
/// <param name="Excerpt">The beginning of the row as it stands in the file, at most 500 characters.</param>
public sealed record RejectedRow(long Line, string Kind, string Reason, string Excerpt);

/// <summary>Reads the posts of one file, one after the other, in constant memory.</summary>
public interface IPostReader : IDisposable
{
    /// <summary>Reads the next row into <paramref name="post"/>, which is cleared first.</summary>
    /// <exception cref="InputException">The file cannot be read on: its message is for the user.</exception>
    ReadStep Read(PostRecord post);

    /// <summary>The row that the last <see cref="Read"/> rejected.</summary>
    RejectedRow? Reject { get; }

    /// <summary>Bytes of the file (as stored, compressed if it is) read so far: for progress.</summary>
    long BytesRead { get; }
}

/// <summary>Something in the user's input or options stops the work: the message says what was found, what was expected and what to do.</summary>
public sealed class InputException : Exception
{
    /// <summary>Makes the exception with the sentence shown to the user.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with the sentence shown to the user and what caused it.</summary>
    public InputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
