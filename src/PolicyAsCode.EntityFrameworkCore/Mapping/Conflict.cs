using System.Data.Common;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What a database says when two transactions were in each other's way: nothing of the one that hears it was done, and it
/// can be run again.
/// </summary>
internal static class Conflict
{
    /// <summary>Deadlock and update conflict, by SQL Server's numbers: its driver gives no SQLSTATE.</summary>
    private static readonly string[] s_numbers = ["1205", "3960"];

    /// <summary>Whether an error is one; as itself, or in what EF Core and execution strategies make of it.</summary>
    public static bool IsOne(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is DbException said && (IsState(said.SqlState) || IsNumber(said)))
                return true;
        return false;
    }

    // Class 40 is "transaction rollback" (SQL:2011): serialisation failure, PostgreSQL's deadlock. 55P03 is its lock timeout.
    private static bool IsState(string? state) =>
        state is "55P03" || state?.StartsWith("40", StringComparison.Ordinal) == true;

    private static bool IsNumber(DbException error) => error.Data["HelpLink.EvtID"] is string number && s_numbers.Contains(number);
}
