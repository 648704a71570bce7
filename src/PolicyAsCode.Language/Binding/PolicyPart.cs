using System.Collections.Immutable;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>One policy file, read; others may be joined to it before it is checked.</summary>
/// <param name="Model">What it says.</param>
/// <param name="Root">Its sections.</param>
/// <param name="Purposes">Its section on purposes.</param>
/// <param name="Data">Its statements on data, and where their terms stand.</param>
/// <param name="Recipients">Its statements on recipients, and where their terms stand.</param>
/// <param name="Uses">The terms that it uses.</param>
/// <param name="Context">The file.</param>
internal sealed record PolicyPart(
    PolicyModel Model,
    Fields Root,
    SyntaxNode? Purposes,
    ImmutableArray<BoundData> Data,
    ImmutableArray<BoundRecipient> Recipients,
    Uses Uses,
    BindingContext Context);
