using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The methods on the way from a call to where something happens, the called one first. A list of links, since every
/// caller puts one before the path of what it calls. Steps inside an assembly of which only the facts are here have a name.
/// </summary>
internal sealed class CallPath
{
    private readonly IMethodSymbol? _method;
    private readonly (string Id, string Assembly) _far;
    private readonly CallPath? _rest;

    internal CallPath(IMethodSymbol first, CallPath? rest) =>
        (_method, _rest, Length, IsFar) = (first, rest, 1 + (rest?.Length ?? 0), rest is { IsFar: true });

    /// <summary>A path that begins with a method which is known by its documentation comment id alone.</summary>
    internal CallPath(string first, string assembly, CallPath? rest) =>
        (_far, _rest, Length, IsFar) = ((first, assembly), rest, 1 + (rest?.Length ?? 0), true);

    internal int Length { get; }

    /// <summary>Whether it ends where there is no source.</summary>
    internal bool IsFar { get; }

    internal IEnumerable<IMethodSymbol> Methods => Links.Select(link => link._method).OfType<IMethodSymbol>();

    /// <summary>Each step's symbol, or its documentation comment id, and the assembly of those that have no source here.</summary>
    internal IEnumerable<(IMethodSymbol? Method, string Id, string? Assembly)> Steps => Links.Select(link =>
        link._method is not { } method ? (null, link._far.Id, link._far.Assembly)
        : (method, "", method.Locations.Any(place => place.IsInSource) ? null : method.ContainingAssembly?.Name));

    /// <summary>Whether it goes through the same methods.</summary>
    internal bool IsSame(CallPath other) => Length == other.Length && Links.Zip(other.Links, (ours, theirs) =>
        SymbolEqualityComparer.Default.Equals(ours._method, theirs._method) && ours._far == theirs._far).All(isSame => isSame);

    /// <summary>The first step of this, and then those.</summary>
    internal CallPath Before(CallPath? rest) =>
        _method is { } method ? new(method, rest) : new(_far.Id, _far.Assembly, rest);

    private IEnumerable<CallPath> Links
    {
        get
        {
            for (var at = this; at is not null; at = at._rest)
                yield return at;
        }
    }
}
