using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Build.Tests;

/// <summary>Vocabularies made by hand.</summary>
internal static class Words
{
    public static Vocabulary Of(params Term[] terms) => new(terms);

    public static Term Category(string key, int index, string definition = "What it means.", string? replacedBy = null) =>
        Term(TermKind.Category, key, index, definition, replacedBy);

    public static Term Term(
        TermKind kind, string key, int index, string definition = "What it means.", string? replacedBy = null) => new()
    {
        Kind = kind,
        Index = index,
        Key = key,
        Label = key,
        LabelInIndonesian = key,
        Definition = definition,
        ReplacedBy = replacedBy,
        Location = new("words.vocabulary.yaml", default),
    };
}
