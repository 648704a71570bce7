using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;

namespace PolicyAsCode.Analyzers.Edits;

/// <summary>
/// A program before and after an edit inside of bodies. Everything that was found out before is still true but for what these
/// do: so the new bodies are bound in the program as it was before, and told where they stand now.
/// </summary>
internal sealed class ProgramEdit
{
    // Who replaces text in many files has more to wait for than this.
    private const int MostFiles = 16;

    private readonly ImmutableDictionary<SyntaxTree, TreeEdit> _byBefore;
    private readonly ImmutableDictionary<SyntaxTree, TreeEdit> _byAfter;
    private readonly ImmutableDictionary<SyntaxNode, EditedBody> _bodies;
    private readonly ImmutableDictionary<SyntaxTree, SemanticModel> _models;

    private ProgramEdit(Compilation before, Compilation after, IReadOnlyList<TreeEdit> edits, CancellationToken cancel)
    {
        (Before, After) = (before, after);
        _byBefore = edits.ToImmutableDictionary(edit => edit.Before);
        _byAfter = edits.ToImmutableDictionary(edit => edit.After);
        _bodies = edits.SelectMany(edit => edit.Bodies).ToImmutableDictionary(body => body.Before);
#pragma warning disable RS1030 // What stood there before is known to the program before, and only there.
        _models = _byBefore.Keys.ToImmutableDictionary(tree => tree, tree => before.GetSemanticModel(tree));
#pragma warning restore RS1030
        var methods = ImmutableDictionary.CreateBuilder<IMethodSymbol, EditedBody>(SymbolEqualityComparer.Default);
        foreach (var body in _bodies.Values)
            if (TreeDeclarations.OwnerOf(body.Before, _models[body.Before.SyntaxTree], cancel) is IMethodSymbol method)
                methods[method] = body;
        Methods = methods.ToImmutable();
    }

    internal Compilation Before { get; }

    internal Compilation After { get; }

    /// <summary>The methods whose bodies are others now, as the program before knows them.</summary>
    internal ImmutableDictionary<IMethodSymbol, EditedBody> Methods { get; }

    internal IEnumerable<TreeEdit> Files => _byBefore.Values;

    /// <summary>The edit between two versions of a program; null where more changed than bodies.</summary>
    internal static ProgramEdit? Of(Compilation before, Compilation after, CancellationToken cancel)
    {
        if (before.AssemblyName != after.AssemblyName || !before.Options.Equals(after.Options)
            || !before.References.SequenceEqual(after.References))
            return null;

        var edits = new List<TreeEdit>();
        using var old = before.SyntaxTrees.GetEnumerator();
        using var now = after.SyntaxTrees.GetEnumerator();
        while (old.MoveNext())
            if (!now.MoveNext())
                return null;
            else if (old.Current == now.Current)
                continue;
            else if (edits.Count(one => one.Bodies.Count > 0) < MostFiles && TreeEdit.Of(old.Current, now.Current, cancel) is { } edit)
                edits.Add(edit);
            else
                return null;
        return !now.MoveNext() && new ProgramEdit(before, after, edits, cancel) is { IsWhole: true } whole ? whole : null;
    }

    // Each edited body has a method, is bound, and sets up nothing that is looked for in the whole program. What an extension
    // block declares is called by two names.
    private bool IsWhole => Methods.Count == _bodies.Count
        && Methods.Keys.All(method => !method.ContainingType.IsExtension)
        && Methods.Values.All(body => body.ModelIn(ModelOf(body)) is not null && !HandsFunctionOn(body));

    /// <summary>The version of a file before the edit; itself where it has not changed.</summary>
    internal SyntaxTree BeforeOf(SyntaxTree tree) => _byAfter.TryGetValue(tree, out var edit) ? edit.Before : tree;

    /// <summary>What a body of the program before is now.</summary>
    internal SyntaxNode Now(SyntaxNode body) => _bodies.TryGetValue(body, out var edited) ? edited.After : body;

    /// <summary>Where something stands now.</summary>
    internal Location Now(Location place) =>
        place.SourceTree is { } tree && _byBefore.TryGetValue(tree, out var edit) ? edit.Nearest(place) : place;

    /// <summary>Whether something stood where the text is another one now.</summary>
    internal bool IsGone(Location place) =>
        place.SourceTree is { } tree && _byBefore.TryGetValue(tree, out var edit) && edit.Now(place) is null;

    /// <summary>Whether an edited body says such a name, or did.</summary>
    internal bool Mentions(string name) => Methods.Values.Any(body => body.Mentions(name));

    /// <summary>Whether code of an edited file says such a name, or did.</summary>
    internal bool IsSaidInFile(string name) =>
        _byBefore.Values.Any(file => TreeNames.Of(file.Before).Says(name) || TreeNames.Of(file.After).Says(name));

    /// <summary>Whether a file of the program before is another one now.</summary>
    internal bool IsOld(SyntaxTree tree) => _byBefore.ContainsKey(tree);

    /// <summary>Whether code is of an edited body as it is now.</summary>
    internal bool IsNew(SyntaxTree tree) => _byAfter.ContainsKey(tree);

    /// <summary>Binds code of an edited body; null for other code.</summary>
    internal IOperation? Bind(SyntaxNode node, CancellationToken cancel) =>
        Methods.Values.FirstOrDefault(body => body.After.SyntaxTree == node.SyntaxTree && body.After.Span.Contains(node.Span)) is { } body
            ? body.Bind(node, ModelOf(body), cancel)
            : null;

    private SemanticModel ModelOf(EditedBody body) => _models[body.Before.SyntaxTree];

    // Which functions a member holds is asked of the whole program.
    private bool HandsFunctionOn(EditedBody body)
    {
        var model = ModelOf(body);
        return Hands(model.GetOperation(body.Before)) || Hands(body.Bind(body.After, model, default));

        static bool Hands(IOperation? code) => code is not null && code.DescendantsAndSelf().Any(operation => operation
            is IEventAssignmentOperation
            or IAssignmentOperation { Target: IMemberReferenceOperation { Type.TypeKind: TypeKind.Delegate } });
    }
}
