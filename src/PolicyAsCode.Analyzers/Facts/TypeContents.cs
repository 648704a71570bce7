using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What personal data an object of a type carries, through everything that can be reached from it: members, base
/// types, elements, nullables, tuples, type arguments; cycles are walked once.
/// </summary>
internal sealed class TypeContents(
    DeclaredData data, NameIndex names, ReferencedFacts referenced, IAssemblySymbol assembly, bool isNone)
{
    // Library types that hold what their type arguments say. Others (a logger, a comparer) only speak of it.
    private static readonly string[] Holders =
    [
        "System", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.Concurrent",
        "System.Collections.ObjectModel", "System.Collections.Frozen", "System.Linq", "System.Threading.Tasks",
        "System.Runtime.CompilerServices",
        "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Http.HttpResults", "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Query", "Microsoft.EntityFrameworkCore.ChangeTracking",
    ];

    private static readonly IEqualityComparer<(ITypeSymbol, JsonWriter)> ByType = new TypeAndWriterComparer();

    private readonly ConcurrentDictionary<ITypeSymbol, Label> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ITypeSymbol, JsonWriter), TermSet> _keptBack = new(ByType);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _declaring = new(SymbolEqualityComparer.Default);

    internal TermSet Of(ITypeSymbol? type) => ByForm(type).Personal;

    /// <summary>The same by the forms in which members are declared to hold it.</summary>
    internal Label ByForm(ITypeSymbol? type) =>
        type is null || isNone || IsPlain(type) ? Label.None
        : _known.TryGetValue(type, out var known) ? known // asked of every expression: no delegate is made for it
        : _known.GetOrAdd(type, Walk(type, JsonWriter.None));

    /// <summary>What an object carries in no member that a writer of JSON writes.</summary>
    internal TermSet KeptBack(ITypeSymbol? type, JsonWriter writer) =>
        writer == JsonWriter.None || Of(type) is not { IsEmpty: false } all
            ? TermSet.Empty
            : _keptBack.GetOrAdd((type!, writer), one => all.Except(Walk(one.Item1, one.Item2).Personal));

    /// <summary>Whether code of this assembly may carry declarations.</summary>
    internal bool IsOurs(IAssemblySymbol? owner) =>
        owner is not null && (ReferenceEquals(owner, assembly)
            || (_declaring.TryGetValue(owner, out var known) ? known : _declaring.GetOrAdd(owner, MayCarry(owner))));

    private bool MayCarry(IAssemblySymbol owner) =>
        SymbolEqualityComparer.Default.Equals(owner, assembly) || NameIndex.MayDeclare(owner) || referenced.Has(owner);

    /// <summary>Whether bindings or models say of members of the type what they hold.</summary>
    internal bool IsDescribed(INamedTypeSymbol type) =>
        names.Personal.Contains(type.Name)
        && type.GetMembers().Any(member => names.Personal.Contains(member.Name) && data.Of(member).IsDeclared);

    private static bool IsPlain(ITypeSymbol type) =>
        type.SpecialType != SpecialType.None && type.SpecialType != SpecialType.System_Nullable_T
        || type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Dynamic or TypeKind.Error;

    private Label Walk(ITypeSymbol root, JsonWriter writer)
    {
        var found = Label.None;
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default) { root };
        var open = new Stack<ITypeSymbol>();
        open.Push(root);
        while (open.Count > 0)
        {
            var type = open.Pop();
            foreach (var (member, next) in Parts(type))
            {
                if (member is not null && writer != JsonWriter.None && JsonWriting.LeavesOut(member, writer))
                    continue;
                if (member is not null && names.Personal.Contains(member.Name))
                    found = found.Join(Label.Of(data.Of(member)));
                if (next is null || IsPlain(next) || !seen.Add(next))
                    continue;
                // All that can be reached from there has been found before.
                if (writer == JsonWriter.None && _known.TryGetValue(next, out var known))
                    found = found.Join(known);
                else
                    open.Push(next);
            }
        }
        return found;
    }

    private IEnumerable<(ISymbol? Member, ITypeSymbol? Type)> Parts(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                yield return (null, array.ElementType);
                yield break;
            case ITypeParameterSymbol parameter:
                foreach (var constraint in parameter.ConstraintTypes)
                    yield return (null, constraint);
                yield break;
            case INamedTypeSymbol named:
                if (named.TypeArguments.Length > 0 && Holders.Any(holder => Attributes.IsIn(named, holder)))
                    foreach (var argument in named.TypeArguments)
                        yield return (null, argument);
                // A context is a door to data, not data; passing one discloses nothing.
                if (!HoldsMembers(named) || named.BaseType is { Name: "DbContext" or "IdentityDbContext" })
                    yield break;
                foreach (var member in named.GetMembers())
                    if (!member.IsStatic && member.DeclaredAccessibility is not Accessibility.Private)
                        if (member is IPropertySymbol { IsIndexer: false } property)
                            yield return (property, property.Type);
                        else if (member is IFieldSymbol { IsImplicitlyDeclared: false } field)
                            yield return (field, field.Type);
                yield return (null, named.BaseType);
                break;
        }
    }

    private bool HoldsMembers(INamedTypeSymbol type) =>
        type.IsAnonymousType || type.IsTupleType || IsOurs(type.ContainingAssembly)
            || names.Personal.Contains(type.Name);

    private sealed class TypeAndWriterComparer : IEqualityComparer<(ITypeSymbol Type, JsonWriter Writer)>
    {
        public bool Equals((ITypeSymbol Type, JsonWriter Writer) one, (ITypeSymbol Type, JsonWriter Writer) other) =>
            one.Writer == other.Writer && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

        public int GetHashCode((ITypeSymbol Type, JsonWriter Writer) one) =>
            SymbolEqualityComparer.Default.GetHashCode(one.Type) * 3 + (int)one.Writer;
    }
}
