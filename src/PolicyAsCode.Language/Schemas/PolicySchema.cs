using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Schemas;

/// <summary>
/// The JSON schema (draft-07) of each kind of file, for editors: which keys and terms stand where, and what they mean. It
/// is made of the shapes by which files are read, so that a key that is read is a key that an editor offers.
/// </summary>
public static class PolicySchema
{
    /// <summary>
    /// The kinds of files, by the names under which their schemas are asked for. Kinds that hold the same share one.
    /// </summary>
    public static IEnumerable<(string Name, PolicyFileKind Kind)> Kinds =>
        Enum.GetValues(typeof(PolicyFileKind)).Cast<PolicyFileKind>()
            .Where(kind => FileShapes.Of(kind) is not null)
            .GroupBy(FileShapes.Of)
            .Select(same => (same.First().ToString().ToLowerInvariant(), same.First()));

    /// <summary>The file name under which the schema of a kind is kept: <c>policy.schema.json</c>.</summary>
    public static string FileName(string kind) => $"{kind}.schema.json";

    /// <summary>Writes the schema of a kind of file.</summary>
    /// <param name="kind">The kind of file.</param>
    /// <param name="vocabulary">The terms that it offers.</param>
    /// <param name="language">The language of what it explains; keys and terms are the same in all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not among <see cref="Kinds"/>.</exception>
    public static string Write(PolicyFileKind kind, Vocabulary vocabulary, MessageLanguage language) =>
        new SchemaWriter(vocabulary, language).Write(
            FileShapes.Of(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind)));
}
