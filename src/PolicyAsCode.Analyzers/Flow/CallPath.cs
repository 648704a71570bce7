using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The methods on the way from a call to where something happens, the called one first. A list of links, since every
/// caller puts one before the path of what it calls.
/// </summary>
internal sealed class CallPath
{
    private readonly CallPath? _rest;

    internal CallPath(IMethodSymbol first, CallPath? rest) =>
        (First, _rest, Length) = (first, rest, 1 + (rest?.Length ?? 0));

    internal IMethodSymbol First { get; }

    internal int Length { get; }

    internal IEnumerable<IMethodSymbol> Methods
    {
        get
        {
            for (var at = this; at is not null; at = at._rest)
                yield return at.First;
        }
    }
}
