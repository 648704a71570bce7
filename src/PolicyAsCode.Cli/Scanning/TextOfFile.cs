using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>A file that analyzers and generators read.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="read">Its text.</param>
internal sealed class TextOfFile(string path, Func<SourceText> read) : AdditionalText
{
    private readonly Lazy<SourceText> _text = new(read);

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text.Value;

    /// <summary>The text of a file on the disk; whatever its encoding, something is read.</summary>
    public static SourceText Read(string path)
    {
        using var stream = File.OpenRead(path);
        return SourceText.From(stream, Encoding.UTF8, canBeEmbedded: false);
    }
}
