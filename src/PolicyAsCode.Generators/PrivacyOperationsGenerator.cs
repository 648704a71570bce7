using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Generators.Proofs;
using PolicyAsCode.Generators.Reading;
using PolicyAsCode.Generators.Writing;
using PolicyAsCode.Language;

namespace PolicyAsCode.Generators;

/// <summary>
/// Writes retention and erasure for each <c>DbContext</c> marked <c>[PrivacyOperations]</c>, as the project's policy
/// states them. Reports nothing: what cannot be done is a comment in the code it writes, and a diagnostic of a rule.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PrivacyOperationsGenerator : IIncrementalGenerator
{
    private const string PolicyProperty = "build_property.PrivacyPolicy";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var contexts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.PrivacyOperations,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancel) => ContextReader.Read(found, cancel))
            .Where(static model => model is not null)
            .WithTrackingName(Steps.Contexts);

        var files = context.AdditionalTextsProvider
            .Where(static file => PolicyCompiler.KindOf(file.Path) is not null)
            .Select(static (file, cancel) => PolicyCompiler.Parse(file.Path, file.GetText(cancel)?.ToString() ?? ""))
            .Collect();
        var name = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(PolicyProperty, out var policy) && policy.Trim().Length > 0 ? policy.Trim() : null);
        // Compiled once, and split: what people are told of their data changes no plan.
        var policies = files.Combine(name).Select(static (input, _) => PolicyOf(input.Left, input.Right));
        var facts = policies.Select(static (policy, _) => policy.Facts).WithTrackingName(Steps.Policy);
        var disclosures = policies.Select(static (policy, _) => policy.Disclosures).WithTrackingName(Steps.Disclosures);

        var plans = contexts.Combine(facts)
            .Select(static (input, _) => input is { Left: { } model, Right: { } policy } ? PrivacyPlanner.Plan(model, policy) : null)
            .WithTrackingName(Steps.Plans);
        var exports = plans.Combine(disclosures)
            .Select(static (input, _) => input is { Left: { } plan, Right: { } disclosed }
                ? new GeneratedFile($"{HintName(plan.Context)}Privacy.Export.g.cs", ExportWriter.Write(plan, disclosed))
                : null)
            .WithTrackingName(Steps.Exports);
        var rectifications = plans.Combine(disclosures)
            .Select(static (input, _) => input is { Left: { } plan, Right: { } disclosed }
                ? new GeneratedFile($"{HintName(plan.Context)}Privacy.Rectification.g.cs", RectificationWriter.Write(plan, disclosed))
                : null)
            .WithTrackingName(Steps.Rectifications);
        context.RegisterSourceOutput(exports, static (output, file) => Add(output, file));
        context.RegisterSourceOutput(rectifications, static (output, file) => Add(output, file));
        var rights = contexts.Combine(facts)
            .Select(static (input, _) => input is { Left: { } model, Right: { } policy }
                ? new GeneratedFile($"{HintName(model)}Privacy.Rights.g.cs", RightsWriter.Write(model, policy))
                : null)
            .WithTrackingName(Steps.Rights);
        context.RegisterSourceOutput(rights, static (output, file) => Add(output, file));
        var audits = contexts.Combine(facts)
            .Select(static (input, _) => input is { Left: { } model, Right: { } policy }
                ? new GeneratedFile($"{HintName(model)}Privacy.Audit.g.cs", AuditFactsWriter.Write(model, policy))
                : null)
            .WithTrackingName(Steps.Audits);
        context.RegisterSourceOutput(audits, static (output, file) => Add(output, file));
        context.RegisterSourceOutput(plans, static (output, plan) =>
        {
            if (plan is null)
                return;
            output.AddSource($"{HintName(plan.Context)}Privacy.g.cs", PrivacyWriter.Write(plan));
            output.AddSource($"{HintName(plan.Context)}Privacy.Model.g.cs", ModelCheckWriter.Write(plan));
        });
        context.RegisterSourceOutput(plans.Combine(disclosures), static (output, input) =>
        {
            if (input is { Left: { } plan, Right: { } disclosed })
                output.AddSource($"{HintName(plan.Context)}Privacy.Facts.g.cs", FactsWriter.Write(plan, disclosed));
        });
        PrivacyProofs.Register(context, plans);
    }

    private static void Add(SourceProductionContext output, GeneratedFile? file)
    {
        if (file is { Text: { } text })
            output.AddSource(file.Name, text);
    }

    private static (PolicyFacts? Facts, DisclosureFacts? Disclosures) PolicyOf(IEnumerable<ParsedFile> files, string? policy)
    {
        if (string.Equals(policy, "none", StringComparison.OrdinalIgnoreCase))
            return (null, null);
        var compiled = PolicyCompiler.Compile(files, policy, asOf: null);
        return (PolicyFactsReader.Read(compiled), DisclosureFactsReader.Read(compiled));
    }

    private static string HintName(ContextModel context) =>
        context.Namespace.Length == 0 ? context.Name : $"{context.Namespace}.{context.Name}";
}
