using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>The sections of a vocabulary file, one a kind of term.</summary>
internal static class VocabularySections
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Name, TermKind Kind)> All { get; } =
    [
        ("categories", TermKind.Category),
        ("purposes", TermKind.Purpose),
        ("recipients", TermKind.Recipient),
        ("subjects", TermKind.Subject),
        ("anchors", TermKind.Anchor),
        ("gates", TermKind.Gate),
        ("sources", TermKind.Source),
    ];

    /// <summary>The section of a kind.</summary>
    public static string NameOf(TermKind kind) => All.First(section => section.Kind == kind).Name;
}
