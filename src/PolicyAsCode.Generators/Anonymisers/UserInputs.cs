using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyAsCode.Generators.Anonymisers;

/// <summary>
/// What the test project itself gives: objects of types that only it can make, and inputs. They are the static members,
/// without parameters, of a class called <c>AnonymiserInputs</c>.
/// </summary>
internal sealed class UserInputs
{
    /// <summary>The name of the class.</summary>
    public const string ClassName = "AnonymiserInputs";

    private readonly CSharpCompilation _compilation;
    private readonly List<(string Name, string Code, ITypeSymbol Type)> _members = [];

    public UserInputs(CSharpCompilation compilation, CancellationToken cancel)
    {
        _compilation = compilation;
        foreach (var type in compilation.GetSymbolsWithName(ClassName, SymbolFilter.Type, cancel).OfType<INamedTypeSymbol>())
            foreach (var member in type.GetMembers())
            {
                if (!member.IsStatic || !compilation.IsSymbolAccessibleWithin(member, compilation.Assembly))
                    continue;
                var code = $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{member.Name}";
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true, IsGenericMethod: false } method)
                    _members.Add((member.Name, code + "()", method.ReturnType));
                else if (member is IPropertySymbol { IsIndexer: false } property)
                    _members.Add((member.Name, code, property.Type));
                else if (member is IFieldSymbol field)
                    _members.Add((member.Name, code, field.Type));
            }
    }

    /// <summary>Makes an object of a type; null where no member does.</summary>
    public string? One(ITypeSymbol type) =>
        _members.Where(member => Fits(member.Type, type)).Select(member => member.Code).FirstOrDefault();

    /// <summary>Inputs of a parameter: those of its name, or else, of a type of the user's own, those of its type.</summary>
    public InputExpression? For(string parameter, ITypeSymbol type, bool byTypeToo)
    {
        foreach (var (name, code, given) in _members.OrderByDescending(member => IsNamed(member.Name)))
        {
            if (!byTypeToo && !IsNamed(name))
                continue;
            if (ElementOf(given) is { } element && Fits(element, type))
                return new($"{AnonymiserTestsWriter.Checks}.All({code})", Cast(type));
            if (Fits(given, type))
                return new($"new object[] {{ {code} }}", Cast(type));
        }
        return null;

        bool IsNamed(string name) => string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase);
    }

    private static string Cast(ITypeSymbol type) => $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}){{0}}";

    private bool Fits(ITypeSymbol given, ITypeSymbol wanted) =>
        !wanted.IsRefLikeType && given.SpecialType != SpecialType.System_Object && _compilation.ClassifyConversion(given, wanted) is
            { IsImplicit: true, IsUserDefined: false };

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named)
            .FirstOrDefault(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0],
        _ => null,
    };
}
