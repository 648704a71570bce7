using PolicyAsCode.Generators.Model;

namespace PolicyAsCode.Generators.Writing;

/// <summary>How generated methods take the key of a subject: its type; of several columns, a tuple of them.</summary>
internal sealed class SubjectParameter(EntityModel root)
{
    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal)
        { "string", "int", "long", "short", "byte", "uint", "ulong", "ushort", "global::System.Guid" };

    /// <summary>Its type in code.</summary>
    public string Type => root.Key.Count == 1
        ? TypeOf(root.Key[0])
        : $"({string.Join(", ", root.Key.Select(key => $"{TypeOf(key)} {key}"))})";

    /// <summary>How a local of it is declared: a tuple has to name its parts, which its value does not.</summary>
    public string Declared => root.Key.Count == 1 ? "var" : Type;

    /// <summary>The expression that gives it as text, for a receipt.</summary>
    public string Text => root.Key.Count == 1 && s_plain.Contains(Type)
        ? "FormattableString.Invariant($\"{id}\")"
        : $"SubjectKey.Text(db, typeof({root.Type}), {string.Join(", ", root.Key.Select(key => Linq.IdPart(root, key)))})";

    /// <summary>The expression that reads it from text.</summary>
    public string Read(string text) => root.Key.Count == 1
        ? $"SubjectKey.Read<{Type}>(db, typeof({root.Type}), {text})"
        : $"({string.Join(", ", root.Key.Select((key, index) => FormattableString.Invariant($"SubjectKey.Read<{TypeOf(key)}>(db, typeof({root.Type}), {text}, {index})")))})";

    private string TypeOf(string key) => root.Property(key)?.Type ?? "object";
}
