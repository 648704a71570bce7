namespace PolicyAsCode.Build;

/// <summary>A file that the project names cannot be read or written, for a reason that its user can mend.</summary>
internal sealed class UnreadableFileException(string path, string message) : Exception(message)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
