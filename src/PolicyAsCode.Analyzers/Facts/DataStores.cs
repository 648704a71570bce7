using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Whether the program has a store of its own that an erasure tells to erase what lies outside of the database: some type
/// here, or in a project that is referenced, is an <c>ISubjectDataStore</c>. Of which place, no type says.
/// </summary>
internal sealed class DataStores(Compilation compilation, NameIndex names, KnownTypes types)
{
    private const string Home = "PolicyAsCode.EntityFrameworkCore";
    private const string Contract = Home + ".ISubjectDataStore";

    private readonly Lazy<bool> _any = new(() => types.Find(Contract) is not null
        && (names.TypesWithBases(compilation).Any(type => IsStore(type, types))
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
                MayHaveOne(assembly) && In(assembly.GlobalNamespace).Any(type => IsStore(type, types)))));

    /// <summary>Whether there is one.</summary>
    internal bool Any => _any.Value;

    /// <summary>Whether the type is one.</summary>
    internal static bool IsStore(ITypeSymbol? type, KnownTypes types) =>
        type is { IsAbstract: false } && types.Is(type, Contract);

    // The run time's own store holds keys, and no data.
    private static bool MayHaveOne(IAssemblySymbol assembly) =>
        assembly.Name != Home
        && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Home));

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol around) => around.GetMembers().SelectMany(member =>
        member switch
        {
            INamedTypeSymbol type => In(type).Prepend(type),
            INamespaceSymbol inner => In(inner),
            _ => [],
        });
}
