using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Methods of libraries that make a hash of a credential which may be stored, by the models. Nothing of their other
/// arguments is in the result: <c>HashPassword(user, password)</c> says nothing of the user.
/// </summary>
internal sealed class PasswordHashers(KnownTypes types, TypeContents contents, LibraryModel own)
{
    private static readonly Lazy<ILookup<string, LibraryHash>> s_builtIn = new(() => ByMember(LibraryModels.BuiltIn.Hashes));

    private readonly ILookup<string, LibraryHash> _own = ByMember(own.Hashes);
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
        s_builtIn.Value.Contains(method.Name) || _own.Contains(method.Name)
            ? _known.GetOrAdd(method.OriginalDefinition, Read)
            : [];

    private static ILookup<string, LibraryHash> ByMember(IEnumerable<LibraryHash> hashes) =>
        hashes.ToLookup(hash => hash.Member, StringComparer.Ordinal);

    // A hasher of the project's own is no library's, whatever it implements.
    private ImmutableArray<LibraryHash> Read(IMethodSymbol method) => contents.IsOurs(method.ContainingAssembly)
        ? []
        : [.. s_builtIn.Value[method.Name].Concat(_own[method.Name])
            .Where(hash => types.Is(method.ContainingType, hash.Type))];
}
