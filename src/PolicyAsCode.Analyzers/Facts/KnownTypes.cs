using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>Types that rules know by name, each looked up once a compilation.</summary>
internal sealed class KnownTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _found = new(StringComparer.Ordinal);

#pragma warning disable RS0030 // The one place that may: everybody else asks here.
    internal INamedTypeSymbol? Find(string metadataName) =>
        _found.GetOrAdd(metadataName, name => compilation.GetTypeByMetadataName(name));
#pragma warning restore RS0030

    /// <summary>Whether the type is this one, derives from it or implements it; generics by their definition.</summary>
    internal bool Is(ITypeSymbol? type, string metadataName)
    {
        if (type is null || Find(metadataName) is not { } known)
            return false;
        if (known.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(one => Same(one, known)))
            return true;
        for (var at = type; at is not null; at = at.BaseType)
            if (Same(at, known))
                return true;
        return false;
    }

    private static bool Same(ITypeSymbol type, INamedTypeSymbol known) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);
}
