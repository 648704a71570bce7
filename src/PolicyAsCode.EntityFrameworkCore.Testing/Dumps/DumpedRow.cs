namespace PolicyAsCode.EntityFrameworkCore.Testing.Dumps;

/// <summary>A row of a table as the database has it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">Its primary key as text; of a table without one, the whole row.</param>
/// <param name="Cells">Its values by column, as text; null is NULL.</param>
internal sealed record DumpedRow(string Table, string Key, IReadOnlyDictionary<string, string?> Cells)
{
    public bool IsSame(DumpedRow other) =>
        Cells.Count == other.Cells.Count
        && Cells.All(cell => other.Cells.TryGetValue(cell.Key, out var value) && value == cell.Value);

    public override string ToString() => $"{Table}[{Key}]";
}
