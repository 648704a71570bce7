using System.Text.Json.Nodes;

namespace PolicyAsCode.Schema.Tests;

/// <summary>A file as it is open in an editor; <c>¦</c> in its text is where the caret stands.</summary>
internal sealed class Document
{
    private const char Caret = '¦';

    private readonly int _caret;

    public Document(string path, string text)
    {
        Uri = new Uri(path).AbsoluteUri;
        _caret = text.IndexOf(Caret, StringComparison.Ordinal);
        Text = _caret < 0 ? text : text.Remove(_caret, 1);
    }

    /// <summary>Where it lies.</summary>
    public string Uri { get; }

    /// <summary>Its text, without the caret.</summary>
    public string Text { get; }

    /// <summary>The document and its caret, as requests name them.</summary>
    public JsonObject Mark => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri },
        ["position"] = new JsonObject
        {
            ["line"] = Text[.._caret].Count(one => one == '\n'),
            ["character"] = _caret - (Text.LastIndexOf('\n', Math.Max(0, _caret - 1)) + 1),
        },
    };

    /// <summary>The text between two places.</summary>
    public string At(JsonNode start, JsonNode end) => Text[Offset(start)..Offset(end)];

    private int Offset(JsonNode place)
    {
        var at = 0;
        for (var line = (int)place["line"]!; line > 0; line--)
            at = Text.IndexOf('\n', at) + 1;
        return Math.Min(at + (int)place["character"]!, Text.Length);
    }
}
