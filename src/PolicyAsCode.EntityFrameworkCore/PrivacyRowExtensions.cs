using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Writes rows of the run time's tables past the change tracker, which holds what is the caller's.</summary>
internal static class PrivacyRowExtensions
{
    /// <summary>So many values go with a statement; SQLite takes 32,766 and others fewer.</summary>
    private const int MaxValues = 1500;

    /// <summary>Inserts one row by one statement, in the transaction that is open.</summary>
    public static Task<int> InsertRowAsync<TRow>(this DbContext db, TRow row, CancellationToken cancel)
        where TRow : class
    {
        var (statement, values) = Insert(db, [row], 0);
        return db.Database.ExecuteSqlRawAsync(statement, values, cancel);
    }

    /// <summary>Inserts rows by as few statements as can be, in the transaction that is open.</summary>
    public static async ValueTask InsertRowsAsync<TRow>(
        this DbContext db, IReadOnlyCollection<TRow> rows, bool isAsync, CancellationToken cancel)
        where TRow : class
    {
        if (rows.Count == 0)
            return;
        var columns = db.Model.FindEntityType(typeof(TRow))!.GetProperties().Count();
        foreach (var some in rows.Chunk(MaxValues / columns))
        {
            var (statement, values) = Insert(db, some, 0);
            if (isAsync)
                await db.Database.ExecuteSqlRawAsync(statement, values, cancel).ConfigureAwait(false);
            else
                db.Database.ExecuteSqlRaw(statement, values);
        }
    }

    /// <summary>The statement that inserts a row, whose parameters are numbered from some number on.</summary>
    public static (string Statement, IReadOnlyList<object> Values) InsertOf<TRow>(this DbContext db, TRow row, int from)
        where TRow : class => Insert(db, [row], from);

    private static (string Statement, List<object> Values) Insert<TRow>(DbContext db, IReadOnlyCollection<TRow> rows, int from)
        where TRow : class
    {
        var mapping = db.Model.FindEntityType(typeof(TRow))!.GetTableMappings().Single();
        var sql = db.GetService<ISqlGenerationHelper>();
        var columns = mapping.ColumnMappings.ToList();
        var values = new List<object>();
        var places = rows.Select(row => "(" + string.Join(", ", columns.Select(column => Place(column, row))) + ")").ToList();

        // EF Core reads the text as a format, and a schema is anybody's to name.
        var table = sql.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema);
        var names = columns.Select(column => sql.DelimitIdentifier(column.Column.Name));
        var head = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ".Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal);
        return (head + string.Join(", ", places), values);

        string Place(IColumnMapping column, TRow row)
        {
            var value = column.Property.GetGetter().GetClrValue(row);
            if (value is null)
                return "NULL";
            values.Add(column.TypeMapping.Converter?.ConvertToProvider(value) ?? value);
            return FormattableString.Invariant($"{{{from + values.Count - 1}}}");
        }
    }
}
