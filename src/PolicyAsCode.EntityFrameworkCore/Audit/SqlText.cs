using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a text of SQL that was written by hand names: tables and columns, by their words alone.</summary>
internal static partial class SqlText
{
    /// <summary>The fields that it can read: those of whose tables and columns it has the names.</summary>
    public static IEnumerable<(AuditedRow Row, AuditedField Field)> Read(DbContext db, AuditModel model, string sql)
    {
        var words = WordsOf(sql);
        return model.Rows.Where(row => Tables(row).Any(words.Contains))
            .SelectMany(row => row.Fields.Where(field => sql.Contains('*', StringComparison.Ordinal) || ColumnsOf(row, field).Any(words.Contains))
                .Select(field => (row, field)));
    }

    /// <summary>What it writes; null where it writes no recorded field.</summary>
    public static AuditTag? Written(AuditModel model, string sql)
    {
        var words = WordsOf(sql);
        AuditAction? action = Array.Find(s_verbs, verb => words.Contains(verb.Word)) is { Word: not null } found ? found.Action : null;
        if (action is null)
            return null;
        if (action == AuditAction.Executed)
            return new(AuditAction.Executed, AuditWay.Sql, [("?", "")]);
        var fields = model.Rows.Where(row => Tables(row).Any(words.Contains))
            .Select(row => (row.Name, Fields: AuditText.Fields(row.Fields
                .Where(field => action == AuditAction.Deleted || ColumnsOf(row, field).Any(words.Contains)).Select(field => field.Name))))
            .Where(row => row.Fields.Length > 0).OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
        return fields.Count == 0 ? null : new(action.Value, AuditWay.Sql, [.. fields]);
    }

    /// <summary>What a statement over many rows that EF Core has written changes: what comes before its condition.</summary>
    public static AuditTag? Generated(AuditModel model, string sql)
    {
        var ends = s_conditions.Select(clause => sql.IndexOf(clause, StringComparison.Ordinal)).Where(at => at >= 0);
        return Written(model, sql[..ends.DefaultIfEmpty(sql.Length).Min()]) is { } written ? written with { Way = AuditWay.Bulk } : null;
    }

    private static readonly string[] s_conditions = ["\nWHERE ", "\nFROM ", "\nUSING ", "\nINNER JOIN ", "\nLEFT JOIN "];

    private static readonly (string Word, AuditAction Action)[] s_verbs =
    [
        ("delete", AuditAction.Deleted), ("truncate", AuditAction.Deleted), ("update", AuditAction.Changed),
        ("merge", AuditAction.Changed), ("replace", AuditAction.Created), ("insert", AuditAction.Created),
        ("call", AuditAction.Executed), ("exec", AuditAction.Executed), ("execute", AuditAction.Executed),
    ];

    private static HashSet<string> WordsOf(string sql) =>
        Word().Matches(sql).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Tables(AuditedRow row) => row.Type.GetTableMappings().Select(mapping => mapping.Table.Name)
        .Concat(row.Type.GetViewMappings().Select(mapping => mapping.View.Name));

    // By both names: a column of a JSON document or of a shared table may be neither, and then the object's counts.
    private static IEnumerable<string> ColumnsOf(AuditedRow row, AuditedField field) =>
        field.Steps.Append(row.Type.FindProperty(field.Name)?.GetColumnName() ?? string.Join('_', field.Steps));

    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
