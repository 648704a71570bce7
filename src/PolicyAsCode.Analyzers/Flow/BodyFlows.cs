using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Edits;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The flows of a compilation's bodies, each walked once, whichever rule or caller asks first. Most bodies are of no interest
/// by their names alone, and are never bound here. After an edit, what it does not concern is asked of the program before.
/// </summary>
internal sealed class BodyFlows(BoundPolicy policy, Compilation compilation, EditedFlows? edited = null)
{
    // A file's, after an edit.
    private const int MostRootsLater = 50;

    // No weak tables: the flows know this object, and trees live longer than it, so that all of it would as well.
    private readonly ConcurrentDictionary<SyntaxNode, Entry> _known = new();
    private readonly ConcurrentDictionary<SyntaxNode, Root> _roots = new();
    private readonly OwnModels _models = new();
    private readonly LastWalked _last = new();
    private readonly ConcurrentDictionary<IMethodSymbol, MethodFlow> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<SyntaxNode>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _silent = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> _held = new(SymbolEqualityComparer.Default);
    private HeldFunctions? _holders;

    /// <summary>The flows of a body.</summary>
    internal IReadOnlyList<BodyFlow> Of(SyntaxNode code, ISymbol owner, CancellationToken cancel) =>
        Elsewhere(owner)?.Of(code, owner, cancel) ?? Of(_known.GetOrAdd(code, node => new(node)), code, owner, cancel);

    /// <summary>The flows of a body that has anything to do with personal data; none of another.</summary>
    internal IReadOnlyList<BodyFlow> WithData(SyntaxNode code, ISymbol owner, CancellationToken cancel)
    {
        if (Elsewhere(owner) is { } elsewhere)
            return elsewhere.WithData(code, owner, cancel);
        var entry = _known.GetOrAdd(code, node => new(node));
        entry.IsQuiet ??= !entry.Names.Mentions(policy.Names.Reaching) || IsQuiet(code, owner, cancel);
        return entry.IsQuiet.Value ? [] : Of(entry, code, owner, cancel);
    }

    private bool IsQuiet(SyntaxNode code, ISymbol owner, CancellationToken cancel) =>
        owner is IMethodSymbol method && !BodiesOf(method, cancel).IsEmpty
            ? policy.Quiet.Is(method, cancel) || new MethodSolver(this, policy.Proving.All, cancel).IsSilent(method)
            : policy.Quiet.Is(owner, Bodies(code), cancel);

    /// <summary>
    /// The flow of a handler: of the body itself for its lambdas and local functions, of the method else; null for one
    /// whose body is not here.
    /// </summary>
    internal BodyFlow? OfHandler(IMethodSymbol handler, BodyFlow here, CancellationToken cancel) =>
        handler.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
            ? here
            : Solved(handler, cancel)?.Flows.FirstOrDefault();

    /// <summary>The flow of a method that some solver has finished; null where none has.</summary>
    internal MethodFlow? Finished(IMethodSymbol method) =>
        _methods.TryGetValue(method, out var flow) ? flow : Elsewhere(method)?.Finished(method);

    /// <summary>The flows of the program before an edit, where it does not concern the symbol.</summary>
    internal BodyFlows? Elsewhere(ISymbol owner) => edited?.For(owner);

    /// <summary>What flows through a method, walked now if nobody did before; null for one whose body nobody has.</summary>
    internal MethodFlow? Solved(IMethodSymbol method, CancellationToken cancel) =>
        new MethodSolver(this, policy.Proving.All, cancel).Solve(method.OriginalDefinition);

    /// <summary>The flows that are finished by now.</summary>
    internal IReadOnlyDictionary<IMethodSymbol, MethodFlow> AllFinished() => Copied(_methods);

    /// <summary>Which methods are known to be silent by now, or not to be.</summary>
    internal IReadOnlyDictionary<IMethodSymbol, bool> AllSilences() => Copied(_silent);

    private static Dictionary<IMethodSymbol, T> Copied<T>(ConcurrentDictionary<IMethodSymbol, T> all)
    {
        var copy = new Dictionary<IMethodSymbol, T>(SymbolEqualityComparer.Default);
        foreach (var one in all)
            copy[one.Key] = one.Value;
        return copy;
    }

    /// <summary>Which methods were walked with what was known of which others.</summary>
    internal IEnumerable<(IMethodSymbol Method, IMethodSymbol Asked)> Dependencies() =>
        _methods.SelectMany(one => one.Value.Asked.Select(asked => (one.Key, asked)));

    /// <summary>Forgets all: an edit concerns more than was thought.</summary>
    internal void Forget()
    {
        _known.Clear();
        _methods.Clear();
        _silent.Clear();
    }

    /// <summary>
    /// Lets go of bodies as they were bound: the program was edited, and from now on few of them are asked for. Summaries
    /// stay.
    /// </summary>
    internal void Release()
    {
        if (!_last.Release())
            return;
        foreach (var entry in _known)
            entry.Value.Walked.Flows = null;
        foreach (var method in _methods)
            method.Value.Walked.Flows = null;
        _roots.Clear();
        _models.Release();
    }

    /// <summary>Which methods have nothing to do with personal data.</summary>
    internal QuietMethods Quiet => policy.Quiet;

    /// <summary>
    /// Whether a method was found to be silent (<see cref="MethodSolver.IsSilent(IMethodSymbol)"/>); null where nobody asked.
    /// </summary>
    internal bool? SilenceOf(IMethodSymbol method) => _silent.TryGetValue(method, out var silent) ? silent
        : edited?.SilenceBefore(method);

    /// <summary>Remembers it. What once was not known to be silent is walked, which tells the same.</summary>
    internal void Silence(IMethodSymbol method, bool isSilent) => _silent.TryAdd(method, isSilent);

    /// <summary>What the type of a method's result says that it holds.</summary>
    internal Label ResultOf(IMethodSymbol method) => policy.Contents.ByForm(method.ReturnType);

    /// <summary>What the facts of its assembly say of a method.</summary>
    internal MethodSummary? OfReferenced(IMethodSymbol method) => policy.Referenced.SummaryOf(method);

    /// <summary>Shares a flow that will not change any more. It is the same, whoever found it first.</summary>
    internal void Finish(IMethodSymbol method, MethodFlow flow)
    {
        var walked = flow.Walked;
        flow.IsWalkedAgainBy(() =>
        {
            var again = new MethodSolver(this, policy.Proving.All, default).Again(method);
            _last.Keep(walked, again);
            return again;
        });
        if (_methods.TryAdd(method, flow) && _last.IsReleased)
            _last.Keep(walked, flow.Flows);
    }

    /// <summary>The bodies of a method of this compilation; empty where there is none.</summary>
    internal ImmutableArray<SyntaxNode> BodiesOf(IMethodSymbol method, CancellationToken cancel) =>
        edited?.BodyOf(method) is { } body ? [body.After]
        : edited?.IsInside(method) == false ? edited.Before.BodiesOf(method, cancel)
        : _bodies.TryGetValue(method, out var known) ? known : _bodies.GetOrAdd(method, FindBodies(method, cancel));

    private ImmutableArray<SyntaxNode> FindBodies(IMethodSymbol method, CancellationToken cancel)
    {
        // An editor hands in the projects that this one references with their source.
        if (method.ContainingAssembly is not ISourceAssemblySymbol)
            return [];
        var declared = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancel)).ToList();
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
            return [.. declared];
        return declared is [TypeDeclarationSyntax { ParameterList: not null } primary]
            ? [.. Bodies(primary), .. Initialisers(method, cancel)]
            : [.. declared.SelectMany(Bodies)];
    }

    /// <summary>Where a symbol is declared.</summary>
    internal IEnumerable<SyntaxNode> DeclarationsOf(IMethodSymbol method, CancellationToken cancel) =>
        edited?.BodyOf(method) is { } body ? [body.After]
        : method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancel));

    /// <summary>Which functions a member of ours may hold.</summary>
    internal ImmutableArray<IMethodSymbol> HeldBy(ISymbol member, CancellationToken cancel) =>
        edited?.Before.HeldBy(member, cancel) ?? _held.GetOrAdd(member.OriginalDefinition, one => LazyInitializer.EnsureInitialized(
            ref _holders, () => new(compilation, tree => ModelOf(tree, null)))!.Of(one, cancel));

    /// <summary>Walks a body with what the solver knows of the methods that it calls.</summary>
    internal BodyFlow Walk(LoweredBody lowered, ISymbol owner, MethodSolver solver, CancellationToken cancel) =>
        new LocalFlow(policy, owner, lowered.Body, solver, cancel).Walk(lowered.Graph);

    /// <summary>Binds a body.</summary>
    internal IOperation? Bind(SyntaxNode node, ISymbol owner, CancellationToken cancel) =>
        edited?.Edit.IsNew(node.SyntaxTree) == true ? edited.Edit.Bind(node, cancel) : ModelOf(node.SyntaxTree, owner).GetOperation(node, cancel);

    /// <summary>Binds a body and makes its graph, which is dear: methods that call each other are walked several times.</summary>
    internal LoweredBody? Lower(SyntaxNode node, ISymbol owner, CancellationToken cancel)
    {
        if (Bind(node, owner, cancel) is not { } body)
            return null;
        if (body is not (ILocalFunctionOperation or IAnonymousFunctionOperation))
            return Graph(body, cancel) is { } graph ? new(body, graph) : null;

        if (_last.IsReleased && _roots.Count > MostRootsLater)
            _roots.Clear();
        var root = _roots.GetOrAdd(NestedBodies.RootOf(body).Syntax, _ => new(NestedBodies.RootOf(body), cancel));
        // Bound again, it is the same syntax in another tree of operations.
        var here = root.Find(body);
        return here is not null && root.Graph is { } around && NestedBodies.GraphOf(here, around, cancel) is { } nested
            ? new(here, nested)
            : null;
    }

    private SemanticModel ModelOf(SyntaxTree tree, ISymbol? owner) =>
        _models.Of((owner?.ContainingAssembly as ISourceAssemblySymbol)?.Compilation ?? compilation, tree);

    private IReadOnlyList<BodyFlow> Of(Entry entry, SyntaxNode block, ISymbol owner, CancellationToken cancel)
    {
        if (entry.Walked.Flows is { } known)
            return known;
        var solver = new MethodSolver(this, policy.Proving.All, cancel);
        return _last.Keep(
            entry.Walked,
            owner is IMethodSymbol method && solver.Solve(method) is { Flows: { IsEmpty: false } flows }
                // What a primary constructor's parameters begin is reported where it is written.
                ? [.. flows.Where(flow => flow.Body.Syntax is not EqualsValueClauseSyntax)]
                : [.. from node in Bodies(block)
                    let lowered = Lower(node, owner, cancel)
                    where lowered is not null
                    select Walk(lowered, owner, solver, cancel)]);
    }

    // What the fields and properties of a type begin with runs with the parameters of its primary constructor.
    private static IEnumerable<SyntaxNode> Initialisers(IMethodSymbol constructor, CancellationToken cancel)
    {
        var names = constructor.Parameters.Select(parameter => parameter.Name).ToImmutableHashSet();
        return
            from reference in constructor.ContainingType.DeclaringSyntaxReferences
            let type = reference.GetSyntax(cancel) as TypeDeclarationSyntax
            where type is not null
            from member in type.Members
            where !member.Modifiers.Any(SyntaxKind.StaticKeyword) && !member.Modifiers.Any(SyntaxKind.ConstKeyword)
            from value in member switch
            {
                FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Initializer),
                PropertyDeclarationSyntax property => [property.Initializer],
                _ => [],
            }
            where value is not null && new NamesInBody(value).Mentions(names)
            select (SyntaxNode)value;
    }

    private static IEnumerable<SyntaxNode> Bodies(SyntaxNode declared)
    {
        switch (declared)
        {
            case TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax, ..] }:
                yield return declared;
                break;
            case PrimaryConstructorBaseTypeSyntax { Parent.Parent: { } derived }:
                yield return derived;
                break;
            case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } and not ConstructorDeclarationSyntax
                or AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                break;
            case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
                or CompilationUnitSyntax:
                yield return declared;
                break;
            case VariableDeclaratorSyntax { Initializer: { } initializer }:
                yield return initializer;
                break;
            case PropertyDeclarationSyntax property:
                if (property.ExpressionBody is { } body)
                    yield return body;
                if (property.Initializer is { } value)
                    yield return value;
                break;
        }
    }

    private static ControlFlowGraph? Graph(IOperation body, CancellationToken cancel) => body switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method, cancel),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancel),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancel),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancel),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancel),
        _ => null,
    };

    // A body that holds lambdas or local functions, made once for all of them.
    private sealed class Root(IOperation operation, CancellationToken cancel)
    {
        internal ControlFlowGraph? Graph { get; } = BodyFlows.Graph(operation, cancel);

        internal IOperation? Find(IOperation function) => operation.DescendantsAndSelf()
            .FirstOrDefault(one => one.Kind == function.Kind && one.Syntax == function.Syntax);
    }

    private sealed class Entry(SyntaxNode node)
    {
        internal NamesInBody Names { get; } = TreeNames.Of(node.SyntaxTree).NamesIn(node);

        internal bool? IsQuiet { get; set; }

        internal WalkedBodies Walked { get; } = new();
    }
}
