namespace JovaPos.Demo;

/// <summary>The order of clauses in the notice: JOVA-1.10 comes after JOVA-1.9.</summary>
internal static class ClauseOrder
{
    public static Version Of(string clause) =>
        Version.TryParse(clause[(clause.IndexOf('-', StringComparison.Ordinal) + 1)..], out var order)
            ? order
            : new Version(99, 0);
}
