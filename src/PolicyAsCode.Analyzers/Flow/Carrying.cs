using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>What types say of a flow through code that is not ours to look into.</summary>
internal static class Carrying
{
    private static readonly ImmutableArray<string> s_asking =
    [
        "Contains", "TryGet", "GetValue", "IndexOf", "LastIndexOf", "BinarySearch", "Find", "Exists", "TrueForAll", "Remove",
        "TryRemove", "Except", "IntersectWith", "Overlaps", "SetEquals", "IsSubsetOf", "IsSupersetOf", "IsProperSubsetOf",
        "IsProperSupersetOf", "CopyTo",
    ];

    /// <summary>
    /// Whether a result of the type can carry what went in: a length, a comparison or a count does not, a text does.
    /// </summary>
    internal static bool CanCarry(ITypeSymbol? type)
    {
        switch (type)
        {
            case null or { TypeKind: TypeKind.Enum }:
                return false;
            case INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: var generic } task
                when task.ContainingNamespace is { Name: "Tasks" }:
                return generic && CanCarry(task.TypeArguments[0]);
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return CanCarry(nullable.TypeArguments[0]);
        }
        return type.SpecialType switch
        {
            SpecialType.System_Void or SpecialType.System_Boolean or SpecialType.System_SByte or SpecialType.System_Byte
                or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
                or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
                or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => false,
            _ => type.Name is not ("TimeSpan" or "CancellationToken" or "Type" or "Index" or "Range"),
        };
    }

    /// <summary>
    /// Whether a parameter's data can be in the result, judged by type parameters: <c>Select</c> returns what its
    /// selector returns (TResult) and not what it was called on (TSource). A result that mentions none takes all.
    /// </summary>
    internal static bool Reaches(ITypeSymbol from, ITypeSymbol result)
    {
        var wanted = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        Collect(result, wanted);
        if (wanted.Count == 0)
            return true;
        var offered = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        Collect(Produced(from), offered);
        return offered.Overlaps(wanted);
    }

    /// <summary>
    /// Whether what goes into a method as one of its types can be in its result: not where the result is of type parameters
    /// that others bring.
    /// </summary>
    internal static bool ComesOut(ITypeSymbol from, IMethodSymbol definition) =>
        !IsGeneric(definition.ReturnType) || !IsMentioned(definition) || Reaches(from, definition.ReturnType);

    /// <summary>Whether anything that goes into a method is of a type that its result mentions.</summary>
    internal static bool IsMentioned(IMethodSymbol definition)
    {
        var wanted = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        Collect(definition.ReturnType, wanted);
        var offered = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        Collect(definition.ContainingType, offered);
        foreach (var parameter in definition.Parameters)
        {
            Collect(parameter.Type, offered);
            Collect(Produced(parameter.Type), offered);
        }
        return offered.Overlaps(wanted);
    }

    /// <summary>Whether a declared type mentions a type parameter.</summary>
    internal static bool IsGeneric(ITypeSymbol declared)
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        Collect(declared, found);
        return found.Count > 0;
    }

    /// <summary>Of a delegate (or an expression of one) only what it returns comes out.</summary>
    private static ITypeSymbol Produced(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { Name: "Expression", TypeArguments.Length: 1 } expression)
            type = expression.TypeArguments[0];
        return type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? invoke.ReturnType : type;
    }

    /// <summary>Whether objects of a type hold what is put into them: collections, builders, writers.</summary>
    internal static bool Keeps(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { SpecialType: not SpecialType.System_String } named => named.ContainingNamespace?.Name is "Text" or "IO"
            or "Generic" or "Immutable" or "Concurrent" or "ObjectModel" or "Collections" or "Mail" or "MimeKit" or "Channels"
            || named.Name is "TaskCompletionSource" or "Utf8JsonWriter" or "DefaultInterpolatedStringHandler",
        _ => false,
    };

    /// <summary>
    /// Whether a method of such an object puts what it is given into it. Collections are asked as well: whether something is in
    /// them, where, and what belongs to it; or told to let go of it.
    /// </summary>
    internal static bool Keeps(IMethodSymbol method) => Keeps(method.ContainingType)
        && !(IsCollection(method.ContainingType) && s_asking.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal)));

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace?.Name is "Generic" or "Immutable" or "Concurrent" or "ObjectModel" or "Collections" or "Frozen";

    private static void Collect(ITypeSymbol type, HashSet<ITypeSymbol> found)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                found.Add(parameter);
                break;
            case IArrayTypeSymbol array:
                Collect(array.ElementType, found);
                break;
            case INamedTypeSymbol named:
                // Dictionary<TKey, TValue>.KeyCollection mentions both.
                if (named.ContainingType is { } outer)
                    Collect(outer, found);
                foreach (var argument in named.TypeArguments)
                    Collect(argument, found);
                break;
        }
    }
}
