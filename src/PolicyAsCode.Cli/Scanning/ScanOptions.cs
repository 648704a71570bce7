using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>What a build tells analyzers and generators: the project's configuration, and what governs it.</summary>
internal sealed class ScanOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _files;

    /// <summary>The options of one project.</summary>
    /// <param name="project">Whose configuration counts.</param>
    /// <param name="request">What governs it.</param>
    public ScanOptions(CodeProject project, ScanRequest request)
    {
        _files = AnalyzerConfigSet.Create(
            project.Configurations.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToList());
        var all = _files.GlobalConfigOptions.AnalyzerOptions.ToBuilder();
        all["build_property.PrivacyPolicy"] = request.Policy;
        // The policy's own mistakes are told before any code is looked at.
        all["build_property.PolicyAsCodeCheckedByBuild"] = "true";
        all["build_property.PolicyAsCodeTellWaived"] = "true";
        // What a line of the baseline no longer matches is counted over all projects, and told by none of them.
        all["build_property.PolicyAsCodeBaselineMode"] = "shrink";
        all["build_property.PolicyAsCodeLanguage"] = request.Language == MessageLanguage.Indonesian ? "id" : "en";
        GlobalOptions = new Said(all.ToImmutable());
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Of(tree.FilePath);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Of(textFile.Path);

    private Said Of(string path) =>
        new(path.Length == 0
            ? ImmutableDictionary<string, string>.Empty
            : _files.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Said(ImmutableDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            options.TryGetValue(key, out value);
    }
}
