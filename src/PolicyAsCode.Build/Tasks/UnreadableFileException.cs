using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build;

/// <summary>A file that the project names cannot be read or written, for a reason that its user can mend.</summary>
internal sealed class UnreadableFileException(string path, Message text) : Exception(text.ToString())
{
    /// <summary>What is wrong with it.</summary>
    public Message Text { get; } = text;

    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
