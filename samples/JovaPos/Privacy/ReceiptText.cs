using System.Globalization;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>A receipt as the request keeps it: a line for each rule, and no word of whose it was.</summary>
internal static class ReceiptText
{
    public static string Of(ErasureReceipt receipt) => string.Join('\n', receipt.Entries.Select(Line));

    private static string Line(ErasureEntry entry)
    {
        var until = entry.KeptUntil is { } day
            ? string.Create(CultureInfo.InvariantCulture, $", until {day:yyyy-MM-dd}")
            : "";
        var clauses = string.Join(", ", entry.Rule.Clauses);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Action} {entry.Rows} {entry.Entity}{until}: {entry.Rule.Reason} [{clauses}]");
    }
}
