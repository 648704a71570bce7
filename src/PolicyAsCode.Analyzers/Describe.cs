using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language;

namespace PolicyAsCode.Analyzers;

/// <summary>Makes the descriptors of all rules alike.</summary>
internal static class Describe
{
    /// <summary>A rule, with its title and description from <c>Messages/Titles.resx</c> and <c>Descriptions.resx</c>.</summary>
    /// <param name="id">Its id, which is the key of both.</param>
    /// <param name="category">What it is about.</param>
    /// <param name="defaultSeverity">How loudly it speaks where the policy says nothing of it.</param>
    /// <param name="reason">Which of several descriptions of one rule; <c>Descriptions.ID.REASON</c>.</param>
    // The message is made in the reader's language before it gets here (Reporter), so that it fills the one gap.
    // NotConfigurable resists #pragma and .editorconfig: the policy's `enforce` and `waivers` are the only dials.
    internal static DiagnosticDescriptor CreateRule(
        string id, string category, DiagnosticSeverity defaultSeverity, string? reason = null) =>
        Create(id, category, defaultSeverity, reason, WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>A rule that no attribute suppresses either: to the compiler it is one of its own.</summary>
    internal static DiagnosticDescriptor CreateUnsuppressible(string id, string category) => Create(
        id, category, DiagnosticSeverity.Error, null,
        WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler);

    /// <summary>A rule that speaks when the whole project was seen, which editors do seldom.</summary>
    internal static DiagnosticDescriptor CreateLate(string id, string category, DiagnosticSeverity defaultSeverity) => Create(
        id, category, defaultSeverity, null, WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Create(
        string id, string category, DiagnosticSeverity defaultSeverity, string? reason, params string[] tags) =>
        new(id, new SentenceOfRule("Titles." + id), "{0}", category, defaultSeverity, isEnabledByDefault: true,
            new SentenceOfRule("Descriptions." + (reason is null ? id : $"{id}.{reason}")),
            helpLinkUri: PolicyRules.PageOf(id), tags);
}
