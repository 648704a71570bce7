using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers;

/// <summary>Makes the descriptors of all rules alike.</summary>
internal static class Describe
{
    private const string Project = "https://github.com/policy-as-code/policy-as-code";

    // NotConfigurable resists #pragma and .editorconfig: the policy's `enforce` and `waivers` are the only dials.
    internal static DiagnosticDescriptor CreateRule(
        string id, string title, string messageFormat, string category, DiagnosticSeverity defaultSeverity,
        string description) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, description,
            helpLinkUri: $"{Project}/blob/main/docs/rules/{id}.md", WellKnownDiagnosticTags.NotConfigurable);
}
