using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>The sections of a vocabulary file, one a kind of term.</summary>
internal static class VocabularySections
{
    /// <summary>All of them.</summary>
    public static VocabularySection[] All { get; } =
    [
        new("categories", TermKind.Category),
        new("purposes", TermKind.Purpose),
        new("recipients", TermKind.Recipient),
        new("subjects", TermKind.Subject),
        new("anchors", TermKind.Anchor),
        new("gates", TermKind.Gate),
        new("sources", TermKind.Source),
    ];

    /// <summary>The section of a kind.</summary>
    public static string NameOf(TermKind kind) => All.First(section => section.Kind == kind).Name;
}

/// <summary>One section.</summary>
internal sealed record VocabularySection(string Name, TermKind Kind);
