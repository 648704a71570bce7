using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Tests.Flow;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>What a file is seen to declare, beside what the compiler calls analyzers for.</summary>
public sealed class TreeDeclarationsTests
{
    private const string Everything = """
        [assembly: System.Reflection.AssemblyMetadata("a", "b")]
        [Obsolete] class P(string a) { }
        class B(string x) { protected virtual int V(int i = 3) => i; }
        [Obsolete] class D(string y, int q = 2) : B(y + "1")
        {
            int f = y.Length, g = 3;
            int Auto { get; set; } = 4;
            [Obsolete] int E => 5;
            int Acc { get { return 1; } [Obsolete] set { } }
            int NoBody { get; set; }
            static D() { }
            ~D() { }
            public static D operator +(D a, D b) => a;
            public static explicit operator int(D d) => 1;
            int this[int i] => i;
            int this[string i] { get => 2; }
            event Action Ev { add { } remove { } }
            event Action Fe = () => { };
            const int C = 3;
            [Obsolete] partial class In { }
            D(int z) : this("a") { }
            void M([A] int p)
            {
                [Obsolete] void Local([A] int a) { }
                Action l = [Obsolete] () => { };
                Action<int> k = ([A] int i) => { int[] many = [i]; Local(many[0]); };
            }
            [return: A] int R<[A] T>() => 1;
        }
        [AttributeUsage(AttributeTargets.All)] class AAttribute : Attribute { }
        partial class Pa { partial void Pm(int a); partial void Pm(int a) { } partial int Pp { get; } partial int Pp { get => 1; } }
        record R([property: A] string N) { public string Z { get; } = N; }
        record R2(string N, int k = 1) : R(N + "x");
        enum En { X = 1, [A] Y }
        interface I { int X => 3; void Y() { } [A] void Z(); }
        delegate void Del([A] int a);
        static class Exn { extension(string s) { int L => s.Length; void Go() { } } }
        struct S { public S() { } int a = 3; int b => a; int c { get => field; set => field = value; } = 7; }
        """;

    private const string Program = """
        using System;
        Console.WriteLine(1);
        void Loc() { }
        class TT { void M() { } }
        """;

    [Fact]
    public async Task Of_every_declaration_it_is_what_the_compiler_shows() =>
        await CompareAsync(TestCompilation.Create([("Code.cs", Everything)], isProgram: false));

    [Fact]
    public async Task Of_a_program_it_is_what_the_compiler_shows() =>
        await CompareAsync(TestCompilation.Create([("Program.cs", Program)], isProgram: true));

    [Fact]
    public async Task Of_the_annotated_suite_it_is_what_the_compiler_shows() => await CompareAsync(
        ConstructSuite.Read(Path.Combine(AppContext.BaseDirectory, "Flow", "Constructs")).Compilation);

    private static async Task CompareAsync(CSharpCompilation compilation)
    {
        var asked = new Asked();
        await compilation.WithAnalyzers([asked]).GetAnalyzerDiagnosticsAsync();
        var (bodies, attributes, symbols) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            var declared = TreeDeclarations.Of(tree);
            // What fields begin with is not compared here: the compiler shows some of it, and we look at all but constants.
            // The cases in Flow/Constructs/Fields.cs hold that it is looked at.
            bodies.AddRange(declared.Bodies.Where(body => body is not VariableDeclaratorSyntax)
                .Select(body => Told(body, TreeDeclarations.OwnerOf(body, model, default))));
            attributes.AddRange(declared.Attributes.Select(attribute =>
                Told(attribute, TreeDeclarations.HolderOf(attribute, model, default))));
            symbols.AddRange(new SourceFile(tree).Symbols(model, default).Select(Told));
        }

        Assert.Equal(asked.Bodies.Order(), bodies.Order());
        Assert.Equal(asked.Attributes.Order(), attributes.Order());
        // Of two parts of a member the compiler shows both, and a program's own type, in which nothing is declared.
        Assert.Equal(
            asked.Symbols.Distinct().Where(one => !one.Contains("Program") && !one.Contains("entry-point")).Order(),
            symbols.Distinct().Order());
    }

    private static string Told(SyntaxNode node, ISymbol? owner) =>
        $"{node.GetLocation().GetLineSpan()} {node.Kind()} {(owner is null ? "" : Told(owner))}";

    private static string Told(ISymbol symbol) => $"{symbol.Kind} {symbol.ToDisplayString()}";

#pragma warning disable RS1001, RS1026, RS1036, RS2008 // It is run here, never shipped.
    private sealed class Asked : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_rule = new("X1", "a", "b", "c", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

        internal List<string> Bodies { get; } = [];

        internal List<string> Attributes { get; } = [];

        internal List<string> Symbols { get; } = [];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
            context.RegisterCodeBlockAction(block =>
            {
                if (Runs(block.CodeBlock, block.OwningSymbol))
                    Bodies.Add(Told(block.CodeBlock, block.OwningSymbol));
            });
            context.RegisterSyntaxNodeAction(
                node => Attributes.Add(Told(node.Node, node.ContainingSymbol is INamespaceSymbol ? null : node.ContainingSymbol)),
                SyntaxKind.Attribute);
            context.RegisterSymbolAction(
                one => Symbols.Add(Told(one.Symbol)),
                SymbolKind.NamedType, SymbolKind.Property, SymbolKind.Field, SymbolKind.Method);
        }

        // The compiler also shows declarations for their attributes and their parameters' defaults.
        private static bool Runs(SyntaxNode code, ISymbol owner) => code switch
        {
            TypeDeclarationSyntax type => owner is IMethodSymbol && type.BaseList is { Types: [PrimaryConstructorBaseTypeSyntax, ..] },
            PropertyDeclarationSyntax property => property.Initializer is not null,
            BaseMethodDeclarationSyntax method => method is { Body: not null } or { ExpressionBody: not null },
            CompilationUnitSyntax => owner is IMethodSymbol,
            _ => code is AccessorDeclarationSyntax or ArrowExpressionClauseSyntax,
        };
    }
#pragma warning restore RS1001, RS1026, RS1036, RS2008
}
