using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Planning;

namespace PolicyAsCode.Generators.Proofs;

/// <summary>
/// The part of the pipeline that writes proof tests, into a test project that asks for them (<c>PolicyAsCodeProofs</c>):
/// for the contexts of the project itself, and for those of the projects that it references.
/// </summary>
internal static class PrivacyProofs
{
    private const string Asked = "build_property.PolicyAsCodeProofs";
    private const string Announced = "PolicyAsCode.EntityFrameworkCore.GeneratedPrivacyAttribute";
    private const string RunTime = "PolicyAsCode.EntityFrameworkCore";

    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<PrivacyPlan?> plans)
    {
        var asked = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(Asked, out var said)
            && string.Equals(said.Trim(), "true", StringComparison.OrdinalIgnoreCase));
        var hasTesting = context.CompilationProvider.Combine(asked)
            .Select(static (input, _) => input.Right && HasTesting(input.Left));
        var own = plans.Combine(asked).Combine(hasTesting)
            .Select(static (input, _) => input.Left is { Left: { } plan, Right: true } ? Of(plan, input.Right) : null)
            .Where(static model => model is not null)
            .WithTrackingName(Steps.OwnProofs);
        var referenced = context.CompilationProvider.Combine(asked)
            .SelectMany(static (input, cancel) => input.Right ? Referenced(input.Left, cancel) : [])
            .WithTrackingName(Steps.ReferencedProofs);
        context.RegisterSourceOutput(own, static (output, model) => Add(output, model!));
        context.RegisterSourceOutput(referenced, static (output, model) => Add(output, model));
    }

    private static void Add(SourceProductionContext output, ProofModel model) => output.AddSource(
        $"{(model.Namespace.Length == 0 ? "" : model.Namespace + ".")}{model.Name}Proof.g.cs", ProofWriter.Write(model));

    private static bool HasTesting(Compilation compilation) =>
        !compilation.GetTypesByMetadataName("PolicyAsCode.EntityFrameworkCore.Testing.PrivacyProof`1").IsEmpty
        && !compilation.GetTypesByMetadataName("Xunit.FactAttribute").IsEmpty
        && !compilation.GetTypesByMetadataName("Xunit.TestContext").IsEmpty;

    private static ProofModel Of(PrivacyPlan plan, bool hasTesting) => new(
        plan.Context.Namespace, plan.Context.Name, plan.Context.Accessibility == "public",
        plan.Erasures.Select(erasure => erasure.Root.Type).ToEquatable(), hasTesting);

    private static ImmutableArray<ProofModel> Referenced(Compilation compilation, CancellationToken cancel)
    {
        var found = ImmutableArray.CreateBuilder<ProofModel>();
        var hasTesting = HasTesting(compilation);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancel.ThrowIfCancellationRequested();
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == RunTime)))
                continue;
            foreach (var attribute in assembly.GetAttributes())
                if (attribute.AttributeClass?.ToDisplayString() == Announced
                    && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol context }, { Value: INamedTypeSymbol }, { Kind: TypedConstantKind.Array } records]
                    && compilation.IsSymbolAccessibleWithin(context, compilation.Assembly))
                    found.Add(new(
                        context.ContainingNamespace.IsGlobalNamespace ? "" : context.ContainingNamespace.ToDisplayString(), context.Name,
                        context.DeclaredAccessibility == Accessibility.Public,
                        records.Values.Select(record => record.Value).OfType<INamedTypeSymbol>()
                            .Select(record => record.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).ToEquatable(),
                        hasTesting));
        }

        return found.ToImmutable();
    }
}
