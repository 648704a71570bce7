using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers;
using PolicyAsCode.Build.Solution;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Solution;

namespace PolicyAsCode.Build.Tests.Solution;

/// <summary>Projects that are compiled with their inventory, written to disk and read again, as a build and a question do.</summary>
internal sealed class TestShop(TemporaryFolder folder, string policy, string bindings = "bindings: shop", string? notice = null)
{
    private const string PolicyFile = "policies/shop.policy.yaml";
    private const string BindingsFile = "policies/shop.bindings.yaml";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Linq.Expressions;
        global using PolicyAsCode;
        global using Microsoft.EntityFrameworkCore;
        """;

    // As much of them as the tests write.
    private const string Libraries = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext { protected virtual void OnModelCreating(ModelBuilder model) { } }
            public class DbSet<T> : System.Collections.Generic.List<T>;
            public class ModelBuilder
            {
                public Metadata.Builders.EntityTypeBuilder<T> Entity<T>() => new();
            }
            public static class Bulk
            {
                public static void ExecuteUpdate<T>(this DbSet<T> set, System.Action<Setters<T>> with) { }
            }
            public class Setters<T>
            {
                public Setters<T> SetProperty<V>(System.Linq.Expressions.Expression<System.Func<T, V>> of, V to) => this;
            }
        }
        namespace Microsoft.EntityFrameworkCore.Metadata.Builders
        {
            public class EntityTypeBuilder<T>
            {
                public PropertyBuilder Property<V>(System.Linq.Expressions.Expression<System.Func<T, V>> of) => new();
            }
            public class PropertyBuilder
            {
                public PropertyBuilder HasMaxLength(int most) => this;
                public PropertyBuilder HasDefaultValueSql(string sql) => this;
            }
        }
        namespace Microsoft.AspNetCore.Mvc
        {
            public class ControllerBase;
        }
        namespace PolicyAsCode.EntityFrameworkCore { public interface IRetentionSweep; }
        """;

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> s_platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "PolicyAsCode.Annotations.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Lazy<MetadataReference> s_libraries = new(() =>
    {
        using var image = new MemoryStream();
        Assert.True(Compile("Microsoft.EntityFrameworkCore", Libraries, []).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    private readonly List<MetadataReference> _references = [];
    private readonly List<string> _paths = [];

    /// <summary>Adds a project that references those before it.</summary>
    public TestShop With(string name, string code, string? under = null)
    {
        if (_references.Count == 0)
            _references.Add(s_libraries.Value);
        CSharpGeneratorDriver.Create(
                [new FactsGenerator().AsSourceGenerator()],
                [new Text(PolicyFile, under ?? policy), new Text(BindingsFile, bindings)], s_parsing)
            .RunGeneratorsAndUpdateCompilation(Compile(name, GlobalUsings + code, _references), out var written, out var told);
        Assert.Empty(told);
        _paths.Add(Emit(written));
        return this;
    }

    /// <summary>What was built.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The findings, as rule and message.</summary>
    public ImmutableArray<PolicyDiagnostic> Ask()
    {
        var files = new List<ParsedFile> { PolicyCompiler.Parse(PolicyFile, policy), PolicyCompiler.Parse(BindingsFile, bindings) };
        if (notice is not null)
            files.Add(PolicyCompiler.Parse("policies/shop.notice.yaml", notice));
        var compiled = PolicyCompiler.Compile(files, "shop", new CalendarDate(2026, 11, 22));
        Assert.DoesNotContain(compiled.Diagnostics, found => found.Severity == PolicySeverity.Error);
        return SolutionQuestions.Ask(SolutionCode.Of(compiled, _paths.Select(AssemblyReader.Read)));
    }

    private static CSharpCompilation Compile(string name, string code, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code, s_parsing, name + ".cs")], [.. s_platform, .. references],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private string Emit(Compilation compilation)
    {
        var path = folder.PathOf(compilation.AssemblyName + ".dll");
        using (var file = File.Create(path))
            Assert.True(compilation.Emit(file).Success);
        _references.Add(MetadataReference.CreateFromFile(path));
        return path;
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
