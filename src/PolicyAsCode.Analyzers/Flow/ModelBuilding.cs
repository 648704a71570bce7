using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Facts;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Lambdas that only name a member, and read no value: <c>builder.Property(c => c.Email)</c>,
/// <c>set.SetProperty(c => c.Email, …)</c>, of EF Core and of the generated operations' own changes.
/// </summary>
internal static class ModelBuilding
{
    internal static bool IsNaming(IMethodSymbol method, IParameterSymbol? parameter) =>
        Attributes.IsIn(method.ContainingType, "Microsoft.EntityFrameworkCore.Metadata.Builders")
        || method.Name == "SetProperty" && parameter is { Ordinal: 0 }
            && Attributes.IsIn(method.ContainingType, "Microsoft.EntityFrameworkCore.Query")
        || method.ContainingType is { Name: "FieldChanges" } changes
            && Attributes.IsIn(changes, "PolicyAsCode.EntityFrameworkCore");
}
