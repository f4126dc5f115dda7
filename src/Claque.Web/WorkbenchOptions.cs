namespace Claque.Web;

/// <summary>How the workbench is to run.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>The case to open; null begins with the start page.</summary>
    public string? Case { get; init; }

    /// <summary>Port on the loopback address; 0 takes a free one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 65535.</exception>
    public int Port
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 65535);
            field = value;
        }
    }

    /// <summary>Where new cases are made and looked for when only a name is given.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Version of Claque, as stored in cases and runs.</summary>
    public required string Version { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
