using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>
/// Several projects, each of which references those before it: as a build sees them, by reference assembly and facts, or as an
/// editor does, by their source.
/// </summary>
internal sealed class TestSolution(string policy, bool isOpen = false)
{
    private readonly List<MetadataReference> _references = [];
    private readonly Dictionary<string, string> _facts = [];

    /// <summary>The bindings of all projects that the policy governs.</summary>
    public string? Bindings { get; init; }

    /// <summary>The facts of a project, as text.</summary>
    public string FactsOf(string project) => _facts[project];

    /// <summary>The same as data.</summary>
    public MethodFacts? FactsOf(string project, string method) =>
        FactsFile.Read(_facts[project], out _)!.Methods.SingleOrDefault(one => one.Method == method);

    /// <summary>Adds a project that the policy governs.</summary>
    public Task<TestSolution> WithAsync(string name, string code) => WithAsync(name, code, governed: true);

    /// <summary>Adds a helper library with the policy <c>none</c>.</summary>
    public Task<TestSolution> WithNoneAsync(string name, string code) => WithAsync(name, code, governed: false);

    /// <summary>Adds a library as it is.</summary>
    public TestSolution WithLibrary(string name, string code)
    {
        Reference(Compile(name, code));
        return this;
    }

    /// <summary>What a rule finds in a last project.</summary>
    public Task<ImmutableArray<Diagnostic>> FindAsync<TRule>(string code) where TRule : DiagnosticAnalyzer, new() =>
        CSharpAnalyzerTest<TRule>.FindAsync(Compile("Web", code), Files(governed: true));

    /// <summary>What a rule finds in a last project; the marks of its code, and nothing else, must be found.</summary>
    public async Task<ImmutableArray<Diagnostic>> VerifyAsync<TRule>(string code, params string[] messages)
        where TRule : DiagnosticAnalyzer, new()
    {
        var (text, marks) = Markup.Read("Web.cs", code);
        var compilation = Compile("Web", text);
        var found = await CSharpAnalyzerTest<TRule>.FindAsync(compilation, Files(governed: true));
        Assert.Equal(marks.Select(mark => Shown(mark.Span)).Order(), found.Select(one => Shown(one.Location.SourceSpan)).Order());
        Assert.All(messages, part => Assert.Contains(found, one => one.GetMessage().Contains(part)));
        Assert.True(marks.Count > 0 || messages.Length == 0);
        return found;

        string Shown(TextSpan span) =>
            $"{text.Substring(span.Start, span.Length)} in line {text.Take(span.Start).Count(one => one == '\n') + 1}";
    }

    private async Task<TestSolution> WithAsync(string name, string code, bool governed)
    {
        await Task.Yield();
        var compilation = Compile(name, code);
        if (isOpen)
        {
            _references.Add(compilation.ToMetadataReference());
            return this;
        }
        var written = Write(
            compilation, Files(governed),
            governed ? new Dictionary<string, string>() : new() { ["PrivacyPolicy"] = "none" });
        Reference(written);
        _facts[name] = (string)Assert.Single(written.Assembly.GetAttributes(), one =>
            one.ConstructorArguments is [{ Value: FactsFile.Key }, _]).ConstructorArguments[1].Value!;
        return this;
    }

    // As a reference assembly: without bodies, and without what is hidden.
    private void Reference(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new(metadataOnly: true, includePrivateMembers: false));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        _references.Add(MetadataReference.CreateFromImage(image.ToArray()));
    }

    /// <summary>The compilation with its facts.</summary>
    public static Compilation Write(
        Compilation compilation, IEnumerable<(string Path, string Content)> files,
        IReadOnlyDictionary<string, string> properties)
    {
        CSharpGeneratorDriver.Create(
                [new FactsGenerator().AsSourceGenerator()],
                files.Select(file => new TestAdditionalText(file.Path, file.Content)),
                (CSharpParseOptions)compilation.SyntaxTrees.First().Options, new TestOptions(properties))
            .RunGeneratorsAndUpdateCompilation(compilation, out var written, out var told);
        Assert.Empty(told);
        return written;
    }

    private CSharpCompilation Compile(string name, string code) =>
        TestCompilation.Create([(name + ".cs", code)], isProgram: false, _references, name);

    private IEnumerable<(string Path, string Content)> Files(bool governed)
    {
        if (governed)
            yield return ("policies/shop.policy.yaml", policy);
        if (governed && Bindings is not null)
            yield return ("policies/shop.bindings.yaml", Bindings);
    }
}
