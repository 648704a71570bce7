using Microsoft.CodeAnalysis;
using PolicyAsCode.Language;

namespace PolicyAsCode.Analyzers;

/// <summary>Makes the descriptors of all rules alike.</summary>
internal static class Describe
{
    // The message is made in the reader's language before it gets here (Reporter), so that it fills the one gap.
    // NotConfigurable resists #pragma and .editorconfig: the policy's `enforce` and `waivers` are the only dials.
    internal static DiagnosticDescriptor CreateRule(
        string id, string title, string category, DiagnosticSeverity defaultSeverity,
        string description) =>
        new(id, title, "{0}", category, defaultSeverity, isEnabledByDefault: true, description,
            helpLinkUri: PolicyRules.PageOf(id), WellKnownDiagnosticTags.NotConfigurable);
}
