using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>Finds what an analyzer reports in one file, and has a code fix mend all of it at once.</summary>
internal static class CodeFixRun<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The file after "fix all in document", and the titles that the light bulb showed.</summary>
    public static async Task<(string Code, string[] Titles)> MendAllAsync(
        string code, IEnumerable<(string Path, string Content)> sources, params (string Path, string Content)[] files)
    {
        using var workspace = new AdhocWorkspace();
        var compilation = TestCompilation.Create([("Shop.cs", code), .. sources], isProgram: false);
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Tested", "Tested", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees.First().Options,
            metadataReferences: compilation.References));
        foreach (var tree in compilation.SyntaxTrees)
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        var document = project.Documents.Single(one => one.Name == "Shop.cs");

        var found = await CSharpAnalyzerTest<TAnalyzer>.FindAsync((await project.GetCompilationAsync())!, files);
        var fix = new TFix();
        var titles = new List<string>();
        foreach (var one in found)
            await fix.RegisterCodeFixesAsync(
                new(document, one, (action, _) => titles.Add(action.Title), CancellationToken.None));

        var all = await fix.GetFixAllProvider()!.GetFixAsync(new(
            document, fix, FixAllScope.Document, typeof(TFix).Name, fix.FixableDiagnosticIds, new Found(found),
            CancellationToken.None));
        var mended = (await all!.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single()
            .ChangedSolution.GetDocument(document.Id)!;
        var broken = (await mended.Project.GetCompilationAsync())!.GetDiagnostics()
            .Where(one => one.Severity == DiagnosticSeverity.Error);
        Assert.Empty(broken);
        return ((await mended.GetTextAsync()).ToString(), [.. titles]);
    }

    private sealed class Found(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancel) =>
            Task.FromResult(all.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancel) =>
            Task.FromResult(all.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancel) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
