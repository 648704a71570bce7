using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Writes rows of the run time's tables past the change tracker, which holds what is the caller's.</summary>
internal static class PrivacyRowExtensions
{
    /// <summary>Inserts one row by one statement, in the transaction that is open.</summary>
    public static Task<int> InsertRowAsync<TRow>(this DbContext db, TRow row, CancellationToken cancel)
        where TRow : class
    {
        var mapping = db.Model.FindEntityType(typeof(TRow))!.GetTableMappings().Single();
        var sql = db.GetService<ISqlGenerationHelper>();
        var names = new List<string>();
        var places = new List<string>();
        var values = new List<object>();
        foreach (var column in mapping.ColumnMappings)
        {
            names.Add(sql.DelimitIdentifier(column.Column.Name));
            var value = column.Property.GetGetter().GetClrValue(row);
            places.Add(value is null ? "NULL" : FormattableString.Invariant($"{{{values.Count}}}"));
            if (value is not null)
                values.Add(column.TypeMapping.Converter?.ConvertToProvider(value) ?? value);
        }

        // EF Core reads the text as a format, and a schema is anybody's to name.
        var table = sql.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema);
        var head = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ".Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal);
        var statement = head + "(" + string.Join(", ", places) + ")";
        return db.Database.ExecuteSqlRawAsync(statement, values, cancel);
    }
}
