using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Facts.Endpoints;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What records writes: contexts, interceptors and methods that are marked <c>[Audits]</c>. Interceptors count where some
/// <c>AddInterceptors</c> of the program names them, or a variable that is declared as one in the same file; for the context
/// that this sets up, where it says which. The run time's own audit counts where <c>UsePrivacyAudit</c> registers it: for
/// what is saved and for commands. Read lazily: only a policy that promises it pays.
/// </summary>
internal sealed class Auditing(Compilation compilation, NameIndex names, KnownTypes types)
{
    private const string OptionsBuilder = "DbContextOptionsBuilder";

    private static readonly string[] s_adding =
        ["AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory"];

    private const string Diagnostics = "Microsoft.EntityFrameworkCore.Diagnostics.";

    // The run time's extension, which adds interceptors that this compilation does not declare.
    private const string OurRegistration = "UsePrivacyAudit";

    private const string Adding = "AddInterceptors";

    /// <summary>By which names it is read out of bodies.</summary>
    internal static IReadOnlyCollection<string> Names { get; } = [Adding, OurRegistration];

    private readonly Lazy<ILookup<string, string?>> _mentioned = new(() => compilation.SyntaxTrees
        .SelectMany(Handed).ToLookup(one => one.Name, one => one.Context, StringComparer.Ordinal));

    private ImmutableArray<Registered>? _interceptors;

    /// <summary>Whether what a context saves is recorded.</summary>
    internal bool Records(INamedTypeSymbol context) =>
        IsMarked(context)
        || _mentioned.Value[OurRegistration].Any(given => CountsFor(given, context))
        || Interceptors.Any(one =>
            CountsFor(one.Context, context) && types.Is(one.Interceptor, Diagnostics + "ISaveChangesInterceptor"));

    /// <summary>Whether commands are recorded that no <c>SaveChanges</c> sends.</summary>
    internal bool RecordsCommands =>
        _mentioned.Value.Contains(OurRegistration)
        || Interceptors.Any(one => types.Is(one.Interceptor, Diagnostics + "IDbCommandInterceptor"));

    private ImmutableArray<Registered> Interceptors => _interceptors ??= [.. All()];

    /// <summary>Whether the method, or its type, records what it writes itself.</summary>
    internal static bool IsMarked(ISymbol? symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol;
             at = at is INamedTypeSymbol { BaseType: { } above } ? above : at.ContainingSymbol)
            if (Attributes.One(at, Attributes.Audits) is not null)
                return true;
        return false;
    }

    private IEnumerable<Registered> All()
    {
        var mentioned = _mentioned.Value;
        return
            from type in names.TypesWithBases(compilation, mentioned.Contains)
            where IsMarked(type)
            from context in mentioned[type.Name].Distinct()
            select new Registered(type, context);
    }

    // The names in the arguments, and those in the declarations of what they are called by.
    private static IEnumerable<(string Name, string? Context)> Handed(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var calls = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => Chains.Name(call) is Adding or OurRegistration).ToList();
        var ours = calls.Where(call => Chains.Name(call) == OurRegistration)
            .Select(call => (Name: OurRegistration, Context: ContextOf(call))).ToList();
        var handed = calls.Where(call => Chains.Name(call) == Adding)
            .SelectMany(call => NamesIn(call.ArgumentList).Select(name => (Name: name, Context: ContextOf(call))))
            .ToLookup(one => one.Name, one => one.Context, StringComparer.Ordinal);
        return handed.Count == 0
            ? ours
            : ours.Concat(handed.SelectMany(one => one.Select(context => (one.Key, context)))
                .Concat(root.DescendantNodes().SelectMany(node => node switch
                {
                    ParameterSyntax one => Declared(one.Identifier.ValueText, NamesIn(one.Type)),
                    PropertyDeclarationSyntax one => Declared(one.Identifier.ValueText, NamesIn(one.Type)),
                    VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declared } one
                        when handed.Contains(one.Identifier.ValueText) =>
                        Declared(one.Identifier.ValueText, NamesIn(declared.Type).Concat(NamesIn(one.Initializer))),
                    _ => [],
                })));

        IEnumerable<(string, string?)> Declared(string variable, IEnumerable<string> types) =>
            from context in handed[variable]
            from type in types
            select (type, context);
    }

    // AddDbContext<Shop>(options => …), new DbContextOptionsBuilder<Shop>(), Shop.OnConfiguring; null where it may be any.
    private static string? ContextOf(InvocationExpressionSyntax call)
    {
        var own = call.DescendantNodes().OfType<GenericNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText == OptionsBuilder);
        foreach (var node in call.Ancestors())
            switch (node)
            {
                case InvocationExpressionSyntax around when own is null:
                    own = around.Expression.DescendantNodesAndSelf().OfType<GenericNameSyntax>()
                        .FirstOrDefault(name => s_adding.Contains(name.Identifier.ValueText));
                    break;
                case MethodDeclarationSyntax { TypeParameterList.Parameters: var open } when own is not null
                    && open.Any(parameter => parameter.Identifier.ValueText == LastOf(own)):
                    return null;
                case MethodDeclarationSyntax { Identifier.ValueText: "OnConfiguring", Parent: TypeDeclarationSyntax type } when own is null:
                    return type.Identifier.ValueText;
            }
        return own is null ? null : LastOf(own);
    }

    private static string? LastOf(GenericNameSyntax name) =>
        NamesIn(name.TypeArgumentList.Arguments.LastOrDefault()).LastOrDefault();

    private static IEnumerable<string> NamesIn(SyntaxNode? node) =>
        node?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText) ?? [];

    /// <summary>Whether what was given to a context, or to any, counts for this one.</summary>
    private static bool CountsFor(string? given, INamedTypeSymbol context)
    {
        if (given is null)
            return true;
        for (var at = context; at is not null; at = at.BaseType)
            if (at.Name == given)
                return true;
        return false;
    }

    /// <summary>An interceptor and the context that it was given to; null for one that any may have.</summary>
    private sealed record Registered(INamedTypeSymbol Interceptor, string? Context);
}
