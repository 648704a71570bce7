using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Generators.Anonymisers;

/// <summary>Values of one type, as the generated code writes them.</summary>
/// <param name="Values">A list of inputs.</param>
/// <param name="Pass">How one of them, <c>{0}</c>, is handed to the method.</param>
/// <param name="Trace">Whether the value itself must not come through; a yes or a no says nothing of anybody.</param>
internal sealed record InputExpression(string Values, string Pass, bool Trace = true)
{
    private const string Checks = AnonymiserTestsWriter.Checks;

    /// <summary>The built-in values of a type; null for a type of the user's own.</summary>
    public static InputExpression? Of(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Of(nullable.TypeArguments[0]);
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
            return new($"{Checks}.Bytes()", "(byte[]){0}");
        return Name(type) switch
        {
            "string" or "object" => new($"{Checks}.Texts()", "(string){0}"),
            "System.ReadOnlySpan<char>" => new($"{Checks}.Texts()", "global::System.MemoryExtensions.AsSpan((string){0})"),
            "System.ReadOnlyMemory<char>" => new($"{Checks}.Texts()", "global::System.MemoryExtensions.AsMemory((string){0})"),
            "System.ReadOnlySpan<byte>" or "System.ReadOnlyMemory<byte>" => new($"{Checks}.Bytes()", "(byte[]){0}"),
            "System.Guid" => new($"{Checks}.Guids()", "(global::System.Guid){0}"),
            "int" or "uint" or "long" or "ulong" or "decimal" or "double" => new($"{Checks}.Numbers()", $"({Name(type)})(int){{0}}"),
            "System.DateTimeOffset" => new($"{Checks}.Moments()", "(global::System.DateTimeOffset){0}"),
            "System.DateTime" => new($"{Checks}.Moments()", "((global::System.DateTimeOffset){0}).UtcDateTime"),
            "System.DateOnly" => new($"{Checks}.Days()", "global::System.DateOnly.FromDateTime((global::System.DateTime){0})"),
            "System.Net.IPAddress" => new($"{Checks}.Addresses()", "(global::System.Net.IPAddress){0}"),
            "System.Uri" => new($"{Checks}.Uris()", "(global::System.Uri){0}"),
            "System.Net.Mail.MailAddress" => new($"{Checks}.Mails()", "new global::System.Net.Mail.MailAddress((string){0})"),
            "bool" => new("new object[] { true, false }", "(bool){0}", Trace: false),
            _ => null,
        };
    }

    /// <summary>Lists of such values, for a parameter that takes several.</summary>
    public InputExpression Several(bool asArray) => new(
        $"{Checks}.Several({Values})",
        $"global::System.Linq.Enumerable.{(asArray ? "ToArray" : "ToList")}(global::System.Linq.Enumerable.Select("
            + $"(global::System.Collections.Generic.IReadOnlyList<object>){{0}}, one => {Pass.Replace("{0}", "one")}))",
        Trace);

    /// <summary>The type of the elements where a parameter takes several, and a list or an array will do; else null.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol
        {
            TypeArguments.Length: 1,
            Name: "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection" or "List",
            ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" },
        } list => list.TypeArguments[0],
        _ => null,
    };

    private static string Name(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes));
}
