using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Collects what other compilations need to know of this one: the summaries of the methods that they can reach, and of those
/// that run where they call an interface or a base class. Names decide which of them are worth a walk.
/// </summary>
internal sealed class FactsCollector(BoundPolicy policy, Compilation compilation, CancellationToken cancel)
{
    private readonly IAssemblySymbol _assembly = compilation.Assembly;
    private readonly bool _hasFriends = compilation.Assembly.GetAttributes()
        .Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");

    internal AssemblyFacts Collect()
    {
        var writer = new MethodFactsOf(policy, _assembly);
        var methods = ImmutableArray.CreateBuilder<MethodFacts>();
        foreach (var type in Types(_assembly.GlobalNamespace))
        {
            var runsFor = RunsFor(type);
            foreach (var member in type.GetMembers())
                if (member is IMethodSymbol { IsAbstract: false, IsImplicitlyDeclared: false } method
                    && Facts(method, [.. runsFor[method]], writer) is { } facts)
                    methods.Add(facts);
        }
        return new(_assembly.Name) { Members = Members(), Methods = methods.ToImmutable() };
    }

    private MethodFacts? Facts(IMethodSymbol method, ImmutableArray<IMethodSymbol> runsFor, MethodFactsOf writer)
    {
        cancel.ThrowIfCancellationRequested();
        var isCalled = IsVisible(method);
        if (!isCalled && runsFor.IsEmpty || !IsWorthAWalk(method))
            return null;
        var summary = new MethodSolver(policy.Flows, policy.Proving.All, cancel).Solve(method)?.Summary;
        return summary is null ? null : writer.Of(method, runsFor, summary, Given(method));
    }

    private bool IsWorthAWalk(IMethodSymbol method)
    {
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name
            : method.AssociatedSymbol?.Name ?? Last(method.Name);
        return policy.Names.Reaching.Contains(name) || policy.Names.Proving.Contains(name)
            || policy.Names.Ending.Contains(name) && (Given(method) != 0 || method.Parameters.IsEmpty)
            || Given(method) != 0 && Stores(method);
    }

    // A text that is written where it is handed in; deeper ones are found where something else leads there.
    private bool Stores(IMethodSymbol method) =>
        method.MethodKind is not (MethodKind.PropertyGet or MethodKind.PropertySet)
        && method.DeclaringSyntaxReferences.Any(declared => declared.GetSyntax(cancel).DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Right is IdentifierNameSyntax { Identifier.ValueText: var right }
                && method.Parameters.Any(parameter => parameter.Name == right)));

    /// <summary>The parameters that a caller may hand personal data to, as bits; services and the like are none.</summary>
    private ulong Given(IMethodSymbol method) =>
        Inputs.Bits(method.Parameters.Where(parameter => CanBeData(parameter.Type)).Select(parameter => parameter.Ordinal));

    // Under no policy nobody knows yet which objects hold personal data: those that are handed in may.
    private bool CanBeData(ITypeSymbol type) => AssumedReturn.IsData(type)
        || policy.IsNone && type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct }
            && policy.Contents.IsOurs(type.ContainingAssembly);

    private ILookup<ISymbol, IMethodSymbol> RunsFor(INamedTypeSymbol type)
    {
        var pairs = new List<(ISymbol Runs, IMethodSymbol Declared)>();
        foreach (var contract in type.TypeKind == TypeKind.Interface ? [] : type.AllInterfaces)
            if (policy.Contents.IsOurs(contract.ContainingAssembly))
                foreach (var promised in contract.GetMembers())
                    if (promised is IMethodSymbol method && type.FindImplementationForInterfaceMember(promised) is { } runs)
                        Add(runs, method);
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { IsOverride: true } method)
                for (var above = method.OverriddenMethod; above is not null; above = above.OverriddenMethod)
                    if (policy.Contents.IsOurs(above.ContainingAssembly))
                        Add(method, above);
        return pairs.ToLookup(pair => pair.Runs, pair => pair.Declared, SymbolEqualityComparer.Default);

        void Add(ISymbol runs, IMethodSymbol declared)
        {
            if (IsVisible(declared))
                pairs.Add((runs.OriginalDefinition, declared.OriginalDefinition));
        }
    }

    private ImmutableArray<MemberFacts> Members()
    {
        var members = ImmutableArray.CreateBuilder<MemberFacts>();
        foreach (var (type, bound) in policy.Bindings.Members)
            foreach (var member in _assembly.GetTypeByMetadataName(type)?.GetMembers(bound.Member) ?? [])
                if (member is IPropertySymbol or IFieldSymbol && IsVisible(member) && MemberData.Of(bound) is not null
                    && Attributes.One(member, Attributes.DataCategory) is null
                    && Attributes.One(member, Attributes.NotPersonalData) is null
                    && member.GetDocumentationCommentId() is { } id)
                    members.Add(new(id, new() { Raw = [.. bound.Categories.Select(term => term.Key)] }));
        return members.ToImmutable();
    }

    private bool IsVisible(ISymbol symbol)
    {
        for (var at = symbol; at is not (null or INamespaceSymbol); at = at.ContainingSymbol)
            if (at is not (IModuleSymbol or IAssemblySymbol)
                && at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
                && !(_hasFriends && at.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal))
                return false;
        return true;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers())
            if (member is INamespaceOrTypeSymbol inner)
            {
                if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type)
                    yield return type;
                foreach (var nested in Types(inner))
                    yield return nested;
            }
    }

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
