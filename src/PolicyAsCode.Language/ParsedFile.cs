using System.Collections.Immutable;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language;

/// <summary>One file, read: what could be understood of it, and what could not.</summary>
public sealed class ParsedFile
{
    internal ParsedFile(PolicyFileKind kind, SyntaxTree tree) => (Kind, Tree) = (kind, tree);

    /// <summary>Its path, as handed in.</summary>
    public string Path => Tree.Path;

    /// <summary>What it is.</summary>
    public PolicyFileKind Kind { get; }

    /// <summary>
    /// The name of the policy that it is, or whose bindings it holds; the file's own name where it fails to say.
    /// </summary>
    public string PolicyName => PolicySelection.NameOf(this);

    /// <summary>Mistakes of syntax.</summary>
    public ImmutableArray<PolicyDiagnostic> Diagnostics => Tree.Mistakes;

    /// <summary>What could be read.</summary>
    internal SyntaxTree Tree { get; }
}
