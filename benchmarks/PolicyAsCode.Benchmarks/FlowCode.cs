using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.Benchmarks;

/// <summary>Code under a policy, and our analyzers on it.</summary>
internal static class FlowCode
{
    private const string Policy = """
        policy: shop
        version: 1
        effective: 2024-01-01
        review-by: 2099-01-01
        controller: { name: The Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }
        subjects:
          customer: { clause: SHOP-3 }
        data:
          contact.email:
            clause: SHOP-1
            of: customer
            for: [communication]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: [redacted-in-logs]
        purposes:
          communication: { clause: SHOP-1, basis: contract }
        """;

    /// <summary>The attributes that the code below needs.</summary>
    public const string Annotations = """
        namespace PolicyAsCode;
        [System.AttributeUsage(System.AttributeTargets.All)]
        public sealed class DataCategoryAttribute(params string[] categories) : System.Attribute
        {
            public string[] Categories => categories;
        }
        """;

    /// <summary>
    /// A small shop's policy: one category, for communication, out of logs. A new one each time: who hands in the same is taken
    /// for an editor, and what is known of the last program is kept for the next.
    /// </summary>
    public static AnalyzerOptions Shop => new([new Text("shop.policy.yaml", Policy)]);

    /// <summary>All rules of ours.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Ours { get; } = Of(typeof(PolicyRule).Assembly);

    /// <summary>The analyzers of an assembly.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Of(Assembly assembly) =>
    [
        .. Types(assembly)
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // Some of the SDK's types are code fixes, which need what is not here.
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return some.Types.OfType<Type>();
        }
    }

    /// <summary>Members, in a class beside a customer with an email.</summary>
    public static string InClass(object members) => $$"""
        using System;
        using System.Collections.Generic;
        public sealed class Customer
        {
            [PolicyAsCode.DataCategory("contact.email")] public string? Email { get; set; }
            public List<string> Orders { get; } = new();
        }
        public static class Code
        {
        {{members}}
        }
        """;

    /// <summary>A compilation of one file.</summary>
    public static CSharpCompilation Compile(string code) => CSharpCompilation.Create(
        "Code",
        [CSharpSyntaxTree.ParseText(code, path: "Code.cs"), CSharpSyntaxTree.ParseText(Annotations, path: "Annotations.cs")],
        SyntheticShop.References, SyntheticShop.Options);

    /// <summary>Runs analyzers; what they find.</summary>
    /// <exception cref="InvalidOperationException">An analyzer failed.</exception>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var found = AnalyzeAll(compilation, analyzers, Shop);
        return found.FirstOrDefault(one => one.Id is "AD0001" or "PAC9004") is { } failed
            ? throw new InvalidOperationException(failed.ToString())
            : found;
    }

    /// <summary>Options that hand policy files to the analyzers; new ones for whoever shall know of no other run.</summary>
    public static AnalyzerOptions Options(IEnumerable<string> paths) =>
        new([.. paths.Select(path => new Text(path, File.ReadAllText(path)))]);

    /// <summary>Runs the compiler's own diagnostics and analyzers, as a build does; all that both find.</summary>
    /// <param name="compilation">What is compiled.</param>
    /// <param name="analyzers">Which analyzers run.</param>
    /// <param name="options">The policy.</param>
    /// <param name="asABuild">Whether rules that are off by themselves stay off.</param>
    public static ImmutableArray<Diagnostic> AnalyzeAll(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, bool asABuild = false)
    {
        var enabled = asABuild ? compilation : compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(analyzers
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => rule.Id).Distinct()
            .Where(id => !id.StartsWith("PAC", StringComparison.Ordinal))
            .ToImmutableDictionary(id => id, _ => ReportDiagnostic.Warn)));
        return enabled.WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private sealed class Text(string path, string content) : AdditionalText
    {
        public override string Path => path;

        // The same whoever asks, as the compiler's own is: by it rules know that they share a policy.
        private readonly SourceText _text = SourceText.From(content);

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
