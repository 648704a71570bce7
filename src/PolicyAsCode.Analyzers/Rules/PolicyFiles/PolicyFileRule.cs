using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Analyzers.Rules.PolicyFiles;

/// <summary>
/// PAC1xxx: the mistakes of the policy files, live in the editor. In a build the task has said them already
/// (<c>PolicyAsCodeCheckedByBuild</c>), and each error appears once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyFileRule : PolicyRule
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Rules =
        PolicyFileDescriptors.All.ToImmutableDictionary(rule => rule.Id);

    /// <summary>Creates the rule.</summary>
    public PolicyFileRule() : base([.. PolicyFileDescriptors.All])
    {
    }

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        var checkedByBuild = PolicySources.Option(start.Options, "build_property.PolicyAsCodeCheckedByBuild");
        if (string.Equals(checkedByBuild, "true", StringComparison.OrdinalIgnoreCase)
            || PolicySources.Of(start) is not { } sources)
            return;

        MessageLanguages.TryParse(
            PolicySources.Option(start.Options, "build_property.PolicyAsCodeLanguage"), out var language);
        var failure = new OwnFailure(nameof(PolicyFileRule));
        start.RegisterAdditionalFileAction(file => failure.Guard(
            () => Report(sources, language, place => place == file.AdditionalFile.Path, file.ReportDiagnostic),
            file.ReportDiagnostic));

        // What stands in no file, such as a policy that is named and not there, is said once.
        var paths = start.Options.AdditionalFiles.Select(file => file.Path).ToImmutableHashSet(StringComparer.Ordinal);
        var said = 0;
        start.RegisterSyntaxTreeAction(tree =>
        {
            if (Interlocked.Exchange(ref said, 1) == 0)
                failure.Guard(
                    () => Report(sources, language, place => !paths.Contains(place), tree.ReportDiagnostic),
                    tree.ReportDiagnostic);
        });
    }

    private protected override void Register(RuleScope scope)
    {
    }

    private static void Report(
        PolicySources sources, MessageLanguage language, Func<string, bool> isAbout, Action<Diagnostic> report)
    {
        foreach (var mistake in sources.Compiled.Diagnostics)
            if (isAbout(mistake.Location.Path) && Rules.TryGetValue(mistake.Id, out var rule))
                report(Diagnostic.Create(
                    rule,
                    mistake.Location.Path.Length == 0 ? Location.None : PolicyLocation.Of(mistake.Location),
                    PolicyLocation.Severity(mistake.Severity), additionalLocations: null, properties: null,
                    mistake.MessageIn(language)));
    }
}
