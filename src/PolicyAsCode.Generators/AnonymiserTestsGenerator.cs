using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Generators.Anonymisers;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators;

/// <summary>
/// Writes, into a test project that asks for it (<c>PolicyAsCodeAnonymiserTests</c>), tests of every declared anonymiser that
/// the project can see. The declaration is what the rules trust; these tests are why they may.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AnonymiserTestsGenerator : IIncrementalGenerator
{
    private const string Asked = "build_property.PolicyAsCodeAnonymiserTests";
    private const string Policy = "build_property.PrivacyPolicy";
    private const string ToldIn = "build_property.PolicyAsCodeLanguage";
    private const string PolicyEnd = ".policy.yaml";
    private const string ChecksFile = "anonymiser-checks.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var asked = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(Asked, out var said) && string.Equals(said.Trim(), "true", StringComparison.OrdinalIgnoreCase)
                ? (Policy: Option(options.GlobalOptions, Policy), Language: Option(options.GlobalOptions, ToldIn))
                : ((string Policy, string Language)?)null);
        var files = context.AdditionalTextsProvider
            .Where(static file => PolicyCompiler.KindOf(file.Path) is not null)
            .Combine(asked)
            .Where(static one => one.Right is not null)
            .Select(static (one, cancel) => PolicyCompiler.Parse(one.Left.Path, one.Left.GetText(cancel)?.ToString() ?? ""))
            .Collect();
        var models = context.CompilationProvider.Combine(asked).Combine(files)
            .Select(static (input, cancel) =>
                input.Left is { Left: CSharpCompilation compilation, Right: { } asked }
                    ? Read(compilation, asked.Policy, asked.Language, input.Right, cancel)
                    : null)
            .WithTrackingName(Steps.Anonymisers);
        context.RegisterSourceOutput(models, static (output, model) =>
        {
            if (model is null)
                return;
            output.AddSource("AnonymiserTests.g.cs", AnonymiserTestsWriter.Write(model));
            if (model.HasXunit)
                output.AddSource("AnonymiserChecks.g.cs", ChecksSource());
        });
    }

    private static AnonymiserTestsModel Read(
        CSharpCompilation compilation, string policy, string language, ImmutableArray<ParsedFile> files, CancellationToken cancel)
    {
        MessageLanguages.TryParse(language, out var told);
        var compiled = Policies(policy, files).Select(name => PolicyCompiler.Compile(files, name, asOf: null)).ToList();
        return AnonymiserReader.Read(
            compilation, compiled.SelectMany(one => one.Bindings.Methods), compiled[0].Vocabulary, told, cancel);
    }

    /// <summary>The one that governs the project; a test project that none governs tests what all in reach declare.</summary>
    private static IEnumerable<string?> Policies(string policy, ImmutableArray<ParsedFile> files) =>
        string.Equals(policy, "none", StringComparison.OrdinalIgnoreCase)
            ? files.Where(file => file.Kind == PolicyFileKind.Policy).Select(file => (string?)NameOf(file)).DefaultIfEmpty()
            : [policy.Length > 0 ? policy : null];

    private static string NameOf(ParsedFile policy)
    {
        var file = policy.Path.Substring(policy.Path.LastIndexOfAny(['/', '\\']) + 1);
        return file.Substring(0, file.Length - PolicyEnd.Length);
    }

    private static SourceText ChecksSource()
    {
        using var stream = typeof(AnonymiserTestsGenerator).Assembly.GetManifestResourceStream(ChecksFile)!;
        return SourceText.From(stream, Encoding.UTF8, canBeEmbedded: true);
    }

    private static string Option(Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(name, out var value) ? value.Trim() : "";
}
