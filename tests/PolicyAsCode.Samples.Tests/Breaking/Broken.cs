using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers;
using PolicyAsCode.Generators;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Samples.Tests.Breaking;

/// <summary>A sample with a few things changed, and what a build of it would say.</summary>
internal sealed record Broken(
    Sample Sample, CSharpCompilation Compilation, ImmutableDictionary<string, string> Policies)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(PolicyRule).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type.Name != "ObsoleteTermSuppressor")
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private string Policy => Policies[$"policies/{Sample.Policy}.policy.yaml"];

    /// <summary>One more file of code.</summary>
    public Broken Adding(string path, string code) =>
        this with { Compilation = Compilation.AddSyntaxTrees(Sample.Parse(path, code)) };

    /// <summary>Another text in a file of the sample, which has to be there once.</summary>
    public Broken Replacing(string path, string old, string text)
    {
        var tree = Compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return this with { Compilation = Compilation.ReplaceSyntaxTree(tree, Sample.Parse(path, Once(tree.ToString(), old, text))) };
    }

    /// <summary>Another text in the policy, which has to be there once.</summary>
    public Broken Promising(string old, string text) => Promising("policy", old, text);

    /// <summary>Another text in the policy, its bindings, its notice …</summary>
    public Broken Promising(string kind, string old, string text)
    {
        var path = $"policies/{Sample.Policy}.{kind}.yaml";
        return this with { Policies = Policies.SetItem(path, Once(Policies[path], old, text)) };
    }

    /// <summary>The policy without a statement, from its first line to before the next.</summary>
    public Broken Without(string from, string before)
    {
        var policy = Policy;
        var start = policy.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The policy has no '{from}'.");
        var end = policy.IndexOf(before, start + from.Length, StringComparison.Ordinal);
        Assert.True(end > start, $"Nothing after '{from}' is '{before}'.");
        return Promising(policy[start..end], "");
    }

    /// <summary>The line of the policy on which a text begins, counted from one.</summary>
    public int LineOf(string text)
    {
        var at = Policy.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The policy has no '{text}'.");
        return Policy.AsSpan(0, at).Count('\n') + 1;
    }

    /// <summary>
    /// What a build says: the mistakes of the policy; where there is no error among them, what the rules find in the code. Fails
    /// where the code would not compile without any rule.
    /// </summary>
    public async Task<IReadOnlyList<Found>> FindAsync(string today = Sample.Today)
    {
        var mistakes = PolicyMistakes(today);
        return mistakes.Count > 0 ? mistakes : await FindInCodeAsync();
    }

    /// <summary>What the check of the policy says, before anything is compiled; without what it merely notes.</summary>
    public IReadOnlyList<Found> PolicyMistakes(string today = Sample.Today) =>
        Said(today, severity => severity != PolicySeverity.Observe);

    /// <summary>What the check of the policy notes, and lets pass.</summary>
    public IReadOnlyList<Found> PolicyNotes(string today = Sample.Today) =>
        Said(today, severity => severity == PolicySeverity.Observe);

    /// <summary>The policy as the check reads it.</summary>
    public CompiledPolicy Compiled(string today = Sample.Today) =>
        PolicyCompiler.Compile(Policies.Select(file => PolicyCompiler.Parse(file.Key, file.Value)), Sample.Policy, Day(today));

    private IReadOnlyList<Found> Said(string today, Func<PolicySeverity, bool> severities) =>
    [
        .. Compiled(today).Diagnostics
            .Where(one => severities(one.Severity))
            .Select(one => new Found(one.Id, one.Location.Path, one.Location.Range.Start.Line + 1, one.Message)),
    ];

    private async Task<IReadOnlyList<Found>> FindInCodeAsync()
    {
        AdditionalText[] files =
        [
            .. Policies
                .Where(file => PolicyCompiler.KindOf(file.Key)
                    is PolicyFileKind.Policy or PolicyFileKind.Bindings or PolicyFileKind.Vocabulary)
                .Select(file => new MemoryText(file.Key, file.Value)),
        ];
        var options = new Options(new() { ["PrivacyPolicy"] = Sample.Policy, ["PolicyAsCodeCheckedByBuild"] = "true" });
        CSharpGeneratorDriver
            .Create(
                [new PrivacyOperationsGenerator().AsSourceGenerator()], files,
                (CSharpParseOptions)Compilation.SyntaxTrees[0].Options, options)
            .RunGeneratorsAndUpdateCompilation(Compilation, out var whole, out var told);
        Assert.Empty(told);

        var found = await whole.WithAnalyzers(s_rules, new AnalyzerOptions(ImmutableArray.Create(files), options))
            .GetAllDiagnosticsAsync();
        Assert.DoesNotContain(found, one => one.Id.StartsWith("AD", StringComparison.Ordinal));
        Assert.Empty(found.Where(one => one.Id.StartsWith("CS", StringComparison.Ordinal) && one.Severity == DiagnosticSeverity.Error));
        return
        [
            .. found.Where(one => one.Id.StartsWith("PAC", StringComparison.Ordinal))
                .Select(one => new Found(
                    one.Id, one.Location.GetLineSpan().Path, one.Location.GetLineSpan().StartLinePosition.Line + 1, one.GetMessage()))
                .OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Line).ThenBy(one => one.Id),
        ];
    }

    private static CalendarDate Day(string text) =>
        CalendarDate.TryParse(text, out var day) ? day : throw new FormatException($"'{text}' is no day.");

    private static string Once(string text, string old, string replacement)
    {
        Assert.True(Regex.Count(text, Regex.Escape(old)) == 1, $"'{old}' has to be there once.");
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        private readonly Microsoft.CodeAnalysis.Text.SourceText _text = Microsoft.CodeAnalysis.Text.SourceText.From(text);

        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties(Dictionary<string, string> properties) : AnalyzerConfigOptions
    {
        private const string Prefix = "build_property.";

        public override bool TryGetValue(string key, out string value)
        {
            value = "";
            return key.StartsWith(Prefix, StringComparison.Ordinal) && properties.TryGetValue(key[Prefix.Length..], out value!);
        }
    }
}
