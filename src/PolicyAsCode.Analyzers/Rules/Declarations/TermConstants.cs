using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>The generated classes that hold the words of the vocabulary as constants.</summary>
internal static class TermConstants
{
    /// <summary>The classes by name, and the kind of their terms.</summary>
    internal static ImmutableDictionary<string, TermKind> Classes { get; } = new Dictionary<string, TermKind>
    {
        ["Categories"] = TermKind.Category,
        ["Purposes"] = TermKind.Purpose,
        ["Recipients"] = TermKind.Recipient,
        ["Subjects"] = TermKind.Subject,
        ["Anchors"] = TermKind.Anchor,
        ["Gates"] = TermKind.Gate,
        ["Sources"] = TermKind.Source,
    }.ToImmutableDictionary();

    /// <summary>The kind of the term that a constant stands for; null for any other field.</summary>
    internal static TermKind? KindOf(IFieldSymbol field)
    {
        if (!field.IsConst)
            return null;
        var outermost = field.ContainingType;
        while (outermost.ContainingType is { } outer)
            outermost = outer;
        return Facts.Attributes.IsOurs(outermost) && Classes.TryGetValue(outermost.Name, out var kind) ? kind : null;
    }
}
