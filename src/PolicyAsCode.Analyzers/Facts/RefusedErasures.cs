using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// The records of which the generator writes no erasure, as it says so itself beside what it writes: a rule that judged
/// by rules of its own would say other things than what is done.
/// </summary>
internal sealed class RefusedErasures(Compilation compilation)
{
    private const string Name = "ErasureRefusedAttribute";
    private const string Attribute = "PolicyAsCode.EntityFrameworkCore." + Name;

    /// <summary>What in a reason names the rule that tells it.</summary>
    private const string Rule = " (PAC4003)";

    private readonly Lazy<ILookup<INamedTypeSymbol, (INamedTypeSymbol Record, string Reason)>> _all = new(() => Read(compilation));

    /// <summary>For which records an entity stands in the way of the erasure, and why.</summary>
    internal IEnumerable<(INamedTypeSymbol Record, string Reason)> By(INamedTypeSymbol entity) => _all.Value[entity];

    private static ILookup<INamedTypeSymbol, (INamedTypeSymbol Record, string Reason)> Read(Compilation compilation)
    {
        var found = new List<(INamedTypeSymbol Entity, INamedTypeSymbol Record, string Reason)>();
        foreach (var attribute in compilation.Assembly.GetAttributes())
            if (attribute.AttributeClass?.Name == Name && attribute.AttributeClass.ToDisplayString() == Attribute
                && attribute.ConstructorArguments is { Length: 3 } said
                && said[0].Value is INamedTypeSymbol record && said[1].Value is INamedTypeSymbol entity && said[2].Value is string reason
                && reason.EndsWith(Rule, StringComparison.Ordinal))
                found.Add((entity, record, reason.Substring(0, reason.Length - Rule.Length)));
        return found.ToLookup(
            one => one.Entity, one => (one.Record, one.Reason), (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
    }
}
