using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>Finds what an analyzer reports, and has a code fix mend it: all at once, or one by one.</summary>
internal static class CodeFixRun<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The first file after "fix all in project", and the titles that the light bulb showed.</summary>
    /// <param name="code">The file <c>Shop.cs</c>.</param>
    /// <param name="sources">What is compiled with it.</param>
    /// <param name="files">The policy and what belongs to it.</param>
    /// <param name="key">Which offers are taken; those named like the fix where nothing is said.</param>
    /// <param name="mended">The file to return.</param>
    public static async Task<(string Code, string[] Titles)> MendAllAsync(
        string code, IEnumerable<(string Path, string Content)> sources,
        IReadOnlyList<(string Path, string Content)> files, string? key = null, string mended = "Shop.cs")
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectOf(workspace, code, sources);
        var found = await CSharpAnalyzerTest<TAnalyzer>.FindAsync((await project.GetCompilationAsync())!, files);
        var fix = new TFix();
        var titles = new List<string>();
        foreach (var (_, action) in await ActionsAsync(project, fix, found))
            titles.Add(action.Title);

        var all = await fix.GetFixAllProvider()!.GetFixAsync(new(
            Document(project, "Shop.cs"), fix, FixAllScope.Project, key ?? typeof(TFix).Name, fix.FixableDiagnosticIds,
            new All(found), CancellationToken.None));
        return (await AfterAsync(all!, project, mended), [.. titles]);
    }

    /// <summary>The file after each of the actions that were offered, by title.</summary>
    public static async Task<IReadOnlyList<(string Title, string Code)>> MendEachAsync(
        string code, IEnumerable<(string Path, string Content)> sources, IReadOnlyList<(string Path, string Content)> files)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectOf(workspace, code, sources);
        var found = await CSharpAnalyzerTest<TAnalyzer>.FindAsync((await project.GetCompilationAsync())!, files);
        var mended = new List<(string, string)>();
        foreach (var (_, action) in await ActionsAsync(project, new TFix(), found))
            foreach (var one in action.NestedActions.IsEmpty ? [action] : action.NestedActions)
                mended.Add((one.Title, await AfterAsync(one, project, "Shop.cs")));
        return mended;
    }

    private static Project ProjectOf(
        AdhocWorkspace workspace, string code, IEnumerable<(string Path, string Content)> sources)
    {
        var compilation = TestCompilation.Create([("Shop.cs", code), .. sources], isProgram: false);
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Tested", "Tested", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees.First().Options,
            metadataReferences: compilation.References));
        foreach (var tree in compilation.SyntaxTrees)
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        return project;
    }

    private static async Task<IReadOnlyList<(Diagnostic, CodeAction)>> ActionsAsync(
        Project project, TFix fix, ImmutableArray<Diagnostic> found)
    {
        var actions = new List<(Diagnostic, CodeAction)>();
        foreach (var one in found.OrderBy(one => one.Location.SourceSpan.Start))
            if (project.GetDocument(one.Location.SourceTree) is { } document)
                await fix.RegisterCodeFixesAsync(
                    new(document, one, (action, _) => actions.Add((one, action)), CancellationToken.None));
        return actions;
    }

    // What is mended still compiles.
    private static async Task<string> AfterAsync(CodeAction action, Project project, string path)
    {
        var solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single()
            .ChangedSolution;
        var mended = solution.GetProject(project.Id)!;
        var broken = (await mended.GetCompilationAsync())!.GetDiagnostics()
            .Where(one => one.Severity == DiagnosticSeverity.Error);
        Assert.Empty(broken);
        return (await Document(mended, path).GetTextAsync()).ToString();
    }

    private static Document Document(Project project, string path) => project.Documents.Single(one => one.Name == path);

    private sealed class All(ImmutableArray<Diagnostic> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancel) =>
            Task.FromResult(found.AsEnumerable());

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancel)
        {
            var tree = await document.GetSyntaxTreeAsync(cancel);
            return found.Where(one => one.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancel) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
