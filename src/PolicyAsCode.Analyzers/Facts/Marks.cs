using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What other libraries have members marked with as personal: ASP.NET Core Identity's <c>[PersonalData]</c>, and the
/// classifications of Microsoft.Extensions.Compliance. Known by name, so that nobody needs a package for them. A mark says
/// that data is personal, and not which.
/// </summary>
internal static class Marks
{
    private const string PersonalData = "PersonalDataAttribute";
    private const string Identity = "Microsoft.AspNetCore.Identity";
    private const string Classification = "DataClassificationAttribute";
    private const string Compliance = "Microsoft.Extensions.Compliance.Classification";

    /// <summary>Names of marks, as code writes them, from which others may derive.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["PersonalData", "ProtectedPersonalData", "DataClassification"];

    /// <summary>Assemblies that hold such attributes; whoever marks a member refers to one.</summary>
    internal static bool Holds(string assembly) =>
        assembly.StartsWith("Microsoft.Extensions.Identity.", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Extensions.Compliance.", StringComparison.Ordinal);

    /// <summary>Whether an attribute is a mark.</summary>
    internal static bool Is(INamedTypeSymbol? attribute)
    {
        for (var at = attribute; at is not null; at = at.BaseType)
            if (at.Name == PersonalData && Attributes.IsIn(at, Identity)
                || at.Name == Classification && Attributes.IsIn(at, Compliance))
                return true;
        return false;
    }
}
