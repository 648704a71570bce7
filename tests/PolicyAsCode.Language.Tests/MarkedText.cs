using System.Text;

namespace PolicyAsCode.Language.Tests;

/// <summary>A file in which <c>{|PAC1004:word|}</c> says what is reported where, so that no test counts columns.</summary>
internal sealed class MarkedText
{
    private MarkedText(string text, IReadOnlyList<(string Id, int Offset, int Length)> marks) => (Text, Marks) = (text, marks);

    /// <summary>The file.</summary>
    public string Text { get; }

    /// <summary>What is expected, in the order of the file.</summary>
    public IReadOnlyList<(string Id, int Offset, int Length)> Marks { get; }

    /// <summary>Takes the marks out of a text; they can lie inside each other.</summary>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<(string Id, int Offset, int Length)>();
        var open = new Stack<(string Id, int Offset)>();
        for (var i = 0; i < marked.Length; i++)
            if (marked[i] == '{' && i + 1 < marked.Length && marked[i + 1] == '|')
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (marked[i] == '|' && i + 1 < marked.Length && marked[i + 1] == '}')
            {
                var (id, offset) = open.Pop();
                marks.Add((id, offset, text.Length - offset));
                i++;
            }
            else
                text.Append(marked[i]);
        Assert.Empty(open);
        return new(text.ToString(), [.. marks.OrderBy(mark => mark.Offset).ThenBy(mark => mark.Id, StringComparer.Ordinal)]);
    }
}
