using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PolicyAsCode.Analyzers.Tests.Policy;

/// <summary>Code with one place in it, marked <c>[|…|]</c>, and the symbol that it is in.</summary>
internal sealed record MarkedCode(Compilation Compilation, Location At, ISymbol Owner)
{
    public static MarkedCode Of(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var tree = CSharpSyntaxTree.ParseText(marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), path: "Shop.cs");
        var compilation = CSharpCompilation.Create(
            "Shop", [tree],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
        var at = Location.Create(tree, TextSpan.FromBounds(start, end));
        var member = tree.GetRoot().FindNode(at.SourceSpan).Ancestors().First(node =>
            node is LocalFunctionStatementSyntax || node is MemberDeclarationSyntax and not (FieldDeclarationSyntax or BaseNamespaceDeclarationSyntax));
        return new(compilation, at, compilation.GetSemanticModel(tree).GetDeclaredSymbol(member)!);
    }
}
