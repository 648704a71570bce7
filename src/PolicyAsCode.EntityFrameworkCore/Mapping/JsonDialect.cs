using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// How a database sets a member inside a JSON document. EF Core does not update what an owned type keeps in JSON, and this
/// is the one thing that no common SQL says. What is not there stays absent: only what exists is emptied.
/// </summary>
internal abstract class JsonDialect
{
    private static readonly Dictionary<string, JsonDialect> s_dialects = new(StringComparer.Ordinal)
    {
        ["Microsoft.EntityFrameworkCore.Sqlite"] = new Sqlite(),
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = new PostgreSql(),
    };

    /// <summary>The dialect of a context's database; null where none is known.</summary>
    public static JsonDialect? Find(DbContext db) => s_dialects.GetValueOrDefault(db.Database.ProviderName ?? "");

    /// <summary>The dialect of a context's database.</summary>
    /// <exception cref="NotSupportedException">None is known.</exception>
    public static JsonDialect Of(DbContext db) => Find(db) ?? throw new NotSupportedException(
        $"{db.Database.ProviderName} is not known to change a member inside JSON. Keep what is personal in columns of its own.");

    /// <summary>An expression that gives the document with a member set to null, or to the empty text.</summary>
    public string Set(string document, IReadOnlyList<JsonStep> steps, bool toNull)
    {
        var each = steps.ToList().IndexOf(JsonStep.Each);
        if (each < 0)
            return SetMember(document, [.. steps.Select(step => step.Name!)], toNull ? Null : EmptyText);
        return SetEach(
            document, [.. steps.Take(each).Select(step => step.Name!)],
            element => Set(element, [.. steps.Skip(each + 1)], toNull));
    }

    protected abstract string Null { get; }

    protected abstract string EmptyText { get; }

    protected abstract string SetMember(string document, IReadOnlyList<string> path, string value);

    protected abstract string SetEach(string document, IReadOnlyList<string> path, Func<string, string> element);

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private sealed class Sqlite : JsonDialect
    {
        protected override string Null => "json('null')";

        protected override string EmptyText => "''";

        protected override string SetMember(string document, IReadOnlyList<string> path, string value) =>
            $"json_replace({document}, {Path(path)}, {value})";

        protected override string SetEach(string document, IReadOnlyList<string> path, Func<string, string> element)
        {
            var array = $"(SELECT json_group_array(json({element("value")})) FROM json_each({document}, {Path(path)}))";
            var set = path.Count == 0 ? array : $"json_replace({document}, {Path(path)}, json({array}))";
            return $"CASE WHEN json_type({document}, {Path(path)}) = 'array' THEN {set} ELSE {document} END";
        }

        private static string Path(IEnumerable<string> names) =>
            Quoted("$" + string.Concat(names.Select(name => $".\"{name}\"")));
    }

    private sealed class PostgreSql : JsonDialect
    {
        protected override string Null => "'null'::jsonb";

        protected override string EmptyText => "'\"\"'::jsonb";

        protected override string SetMember(string document, IReadOnlyList<string> path, string value) =>
            $"jsonb_set({document}::jsonb, {Path(path)}, {value}, false)";

        protected override string SetEach(string document, IReadOnlyList<string> path, Func<string, string> element)
        {
            var at = path.Count == 0 ? $"{document}::jsonb" : $"{document}::jsonb #> {Path(path)}";
            var array = $"(SELECT coalesce(jsonb_agg({element("item")} ORDER BY position), '[]'::jsonb) "
                + $"FROM jsonb_array_elements({at}) WITH ORDINALITY AS items(item, position))";
            var set = path.Count == 0 ? array : $"jsonb_set({document}::jsonb, {Path(path)}, {array}, false)";
            return $"CASE WHEN jsonb_typeof({at}) = 'array' THEN {set} ELSE {document}::jsonb END";
        }

        private static string Path(IEnumerable<string> names) =>
            $"ARRAY[{string.Join(", ", names.Select(Quoted))}]::text[]";
    }
}
