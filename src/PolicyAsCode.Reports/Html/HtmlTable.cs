namespace PolicyAsCode.Reports.Html;

/// <summary>A table with a caption and named columns; the first cell of a row is its heading.</summary>
internal sealed class HtmlTable
{
    private readonly HtmlText _html;
    private readonly string[] _columns;
    private int _cell;

    private HtmlTable(HtmlText html, string[] columns) => (_html, _columns) = (html, columns);

    /// <summary>Writes a table.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="rows">Writes its rows.</param>
    /// <param name="kind">A name for the style sheet; null for none.</param>
    /// <param name="isTitled">Whether a heading above it says the same already: then the caption is for those who listen.</param>
    public static void Write(HtmlText html, string caption, string[] columns, Action<HtmlTable> rows, string? kind = null, bool isTitled = false)
    {
        html.Open("div", ("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", caption))
            .Open("table", ("class", kind)).Element("caption", caption, ("class", isTitled ? "unseen" : null)).Open("thead").Open("tr");
        foreach (var column in columns)
            html.Element("th", column, ("scope", "col"));
        html.Close("tr").Close("thead").Line().Open("tbody").Line();
        rows(new(html, columns));
        html.Close("tbody").Close("table").Close("div").Line();
    }

    /// <summary>A row.</summary>
    /// <param name="cells">Writes its cells, by <see cref="Cell(Action)"/>.</param>
    /// <param name="id">Its anchor; null for none.</param>
    /// <param name="state">By what it can be filtered; null for nothing.</param>
    public void Row(Action cells, string? id = null, string? state = null)
    {
        _cell = 0;
        _html.Open("tr", ("id", id), ("data-state", state));
        cells();
        _html.Close("tr").Line();
    }

    /// <summary>A cell.</summary>
    public void Cell(Action write)
    {
        var isFirst = _cell == 0;
        var tag = isFirst ? "th" : "td";
        _html.Open(tag, ("scope", isFirst ? "row" : null), ("data-column", _columns[_cell]));
        write();
        _html.Close(tag);
        _cell++;
    }

    /// <summary>A cell with a text.</summary>
    public void Cell(string text) => Cell(() => _html.Text(text));
}
