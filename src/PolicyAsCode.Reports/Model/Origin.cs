namespace PolicyAsCode.Reports.Model;

/// <summary>By which clauses, or by whose decision, and where it is written.</summary>
/// <param name="Clauses">The clauses of the published notice.</param>
/// <param name="IsDecision">Whether the controller decided it, alone or beside the clauses.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line, counted from one.</param>
internal sealed record Origin(ImmutableArray<string> Clauses, bool IsDecision, string File, int Line)
{
    /// <summary>Of a statement.</summary>
    public static Origin Of(Statement statement) => new(
        statement.Clauses, statement.IsDecision, NameOf(statement.Location), LineOf(statement.Location));

    /// <summary>The name of a file without its folders, which differ between machines.</summary>
    public static string NameOf(FileLocation location) =>
        location.Path.Substring(location.Path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The line, counted from one.</summary>
    public static int LineOf(FileLocation location) => location.Range.Start.Line + 1;
}
