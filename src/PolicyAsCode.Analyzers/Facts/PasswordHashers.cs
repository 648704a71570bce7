using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Methods of libraries that make a hash of a credential which may be stored, by the models. Nothing of their other
/// arguments is in the result: <c>HashPassword(user, password)</c> says nothing of the user.
/// </summary>
internal sealed class PasswordHashers(KnownTypes types, TypeContents contents)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<LibraryHash>> _known =
        new(SymbolEqualityComparer.Default);

    /// <summary>Whether the method hashes.</summary>
    internal bool Is(IMethodSymbol method) => !Of(method).IsEmpty;

    /// <summary>Whether it hashes what that parameter gets.</summary>
    internal bool Hashes(IMethodSymbol method, IParameterSymbol? parameter)
    {
        foreach (var hash in Of(method))
            if (parameter is not null && hash.Hashes(parameter.Name))
                return true;
        return false;
    }

    private ImmutableArray<LibraryHash> Of(IMethodSymbol method) =>
        LibraryModels.Hashes.Contains(method.Name) ? _known.GetOrAdd(method.OriginalDefinition, Read) : [];

    // A hasher of the project's own is no library's, whatever it implements.
    private ImmutableArray<LibraryHash> Read(IMethodSymbol method) => contents.IsOurs(method.ContainingAssembly)
        ? []
        : [.. LibraryModels.Hashes[method.Name].Where(hash => types.Is(method.ContainingType, hash.Type))];
}
