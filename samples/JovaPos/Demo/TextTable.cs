namespace JovaPos.Demo;

/// <summary>Rows of text in aligned columns; numbers to the right, the last column as long as it likes.</summary>
internal sealed class TextTable(params string[] head)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void WriteTo(TextWriter output, string indent)
    {
        var widths = head.Select((_, column) => _rows.Prepend(head).Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows.Prepend(head))
        {
            var cells = row.Select((cell, column) =>
                IsNumber(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            output.WriteLine((indent + string.Join("  ", cells)).TrimEnd());
        }
    }

    private bool IsNumber(int column) => _rows.Count > 0 && _rows.All(row => row[column].All(char.IsAsciiDigit));
}
