using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// A solution of many projects, in ten layers: each references three of the layer below, and as MSBuild has it all that those
/// reference. One file of eight is about people. Bars: what a project costs stays the same however many lie below it; facts add at most 2 % to an assembly; and an edit
/// in a body that changes no facts leaves the reference assembly as it was, so that no consumer is compiled again.
/// </summary>
internal static class FlowProjects
{
    private const int Layers = 10;
    private const int Files = 8;

    public static int Run(int count)
    {
        var solution = new Project[count];
        var width = Math.Max(1, count / Layers);
        for (var i = 0; i < count; i++)
            solution[i] = Build(i, Below(solution, i, width));

        Console.WriteLine($"{count} projects of {Files} files, {Layers} layers; processor time a project, without ours and with");
        Console.WriteLine("layer   references   without   with   added   assembly   facts");
        foreach (var layer in solution.Chunk(width))
            Console.WriteLine(
                $"{Array.IndexOf(solution, layer[0]) / width,5} {layer.Average(one => one.Below.Count),12:0}"
                + $"{1000 * Median(layer, one => one.Without),7:0} ms {1000 * Median(layer, one => one.With),4:0} ms"
                + $"{1000 * Median(layer, one => one.With - one.Without),5:0} ms {layer.Average(one => one.Size),8:N0} B"
                + $"{layer.Average(one => (double)one.SizeWithFacts / one.Size) - 1,8:0.0%}");

        var lower = solution.Skip(width).Take(width * (Layers / 2 - 1)).ToArray();
        var upper = solution.Skip(width * (Layers / 2 + 1)).ToArray();
        var growth = upper.Average(one => one.With - one.Without) / lower.Average(one => one.With - one.Without);
        Console.WriteLine($"added in the upper layers / in the lower {growth:0.00} (constant is 1)");
        Console.WriteLine($"facts add {solution.Average(one => (double)one.SizeWithFacts / one.Size) - 1:0.0%} to an assembly (bar 2 %)");

        var quiet = Reference(Compile(0, [], "value.Trim()"));
        var same = quiet.AsSpan().SequenceEqual(Reference(Compile(0, [], "value.Trim().Trim()")));
        var told = !quiet.AsSpan().SequenceEqual(Reference(Compile(0, [], "\"\"")));
        Console.WriteLine($"an edit that changes no facts: {(same ? "no consumer is compiled again" : "CONSUMERS ARE COMPILED AGAIN")}");
        Console.WriteLine($"an edit that changes facts: {(told ? "consumers are compiled again" : "NO CONSUMER IS TOLD")}");
        return same && told ? 0 : 1;
    }

    // Three of the layer below and, as for MSBuild, all that lies below those.
    private static List<Project> Below(Project[] solution, int index, int width)
    {
        var first = (index / width - 1) * width;
        if (first < 0)
            return [];
        var near = Enumerable.Range(0, 3).Select(step => solution[first + (index + step * 7) % width]).Distinct().ToList();
        return [.. near, .. near.SelectMany(one => one.Below).Distinct().Except(near)];
    }

    private static Project Build(int index, List<Project> below)
    {
        // The first run of all would pay for compiling ours and the compiler's own methods just in time.
        if (index == 0)
            for (var warm = 0; warm < 5; warm++)
                _ = (Without(Compile(index, below)), With(Compile(index, below)));

        var without = Best(() => Without(Compile(index, below)));
        var with = Best(() => With(Compile(index, below)));
        var written = Written(Compile(index, below));
        return new(
            index, below, MetadataReference.CreateFromImage(Reference(written)),
            without, with, Bytes(Compile(index, below), new()).Length, Bytes(written, new()).Length);
    }

    // Processor time has a grain and neighbours: the best of three is the work itself.
    private static double Best(Action run) => Enumerable.Range(0, 3).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    });

    private static ImmutableArray<Diagnostic> Without(CSharpCompilation compilation) =>
        FlowCode.AnalyzeAll(compilation, [new EmptyAnalyzer()], FlowCode.Shop);

    private static ImmutableArray<Diagnostic> With(CSharpCompilation compilation)
    {
        var found = FlowCode.AnalyzeAll(Written(compilation), FlowCode.Ours, FlowCode.Shop);
        return found.FirstOrDefault(one => one.Id is "AD0001" or "PAC9004" || one.Id.StartsWith("CS", StringComparison.Ordinal) && one.Severity == DiagnosticSeverity.Error) is { } failed
            ? throw new InvalidOperationException(failed.ToString())
            : found;
    }

    private static Compilation Written(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create(
                [new FactsGenerator().AsSourceGenerator()], FlowCode.Shop.AdditionalFiles,
                (CSharpParseOptions)compilation.SyntaxTrees[0].Options, FlowCode.Shop.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(compilation, out var written, out _);
        return written;
    }

    private static byte[] Reference(Compilation compilation) =>
        Bytes(compilation is CSharpCompilation { SyntaxTrees.Length: Files + 1 } bare ? Written(bare) : compilation, new(metadataOnly: true, includePrivateMembers: false));

    private static byte[] Bytes(Compilation compilation, EmitOptions options)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: options);
        return emitted.Success ? image.ToArray() : throw new InvalidOperationException(emitted.Diagnostics[0].ToString());
    }

    // Attributes lie in the lowest projects alone, as they do where a package brings them.
    private static CSharpCompilation Compile(int index, List<Project> below, string returned = "value.Trim()") =>
        CSharpCompilation.Create(
            $"Area{index}",
            [
                .. Enumerable.Range(0, Files).Select(file => CSharpSyntaxTree.ParseText(Source(index, file, below, returned), path: $"Area{index}/File{file}.cs")),
                CSharpSyntaxTree.ParseText(FlowCode.Annotations.Replace("public sealed", "internal sealed", StringComparison.Ordinal), path: "Annotations.cs"),
            ],
            [.. SyntheticShop.References, .. below.Select(one => one.Reference)],
            SyntheticShop.Options.WithDeterministic(true));

    private static string Source(int index, int file, List<Project> below, string returned) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Area{{index}}.Part{{file}};

        public sealed class Customer
        {
            public Guid Id { get; init; }
            {{(file == 0 ? "[PolicyAsCode.DataCategory(\"contact.email\")] public string? Email" : "public string? Colour")}} { get; set; }
            public List<decimal> Amounts { get; } = new();
        }

        {{string.Concat(Enumerable.Range(0, 4).Select(service => Service(service, file, below, returned)))}}
        """;

    private static string Service(int number, int file, List<Project> below, string returned) => $$"""
        public sealed class Service{{number}}
        {
            private readonly Dictionary<Guid, Customer> _customers = new();

            public void Register(Customer customer) => _customers.Add(customer.Id, customer);

            public string Tidy(string value) => {{(below.Count == 0 ? returned : $"new Area{below[number % below.Count].Index}.Part{file}.Service{number}().Tidy(value)")}};

            public string Greeting(Guid id)
            {
                if (!_customers.TryGetValue(id, out var customer) || customer.{{(file == 0 ? "Email" : "Colour")}} is not { } shown)
                    return "nobody";
                return Tidy(shown) + ": " + customer.Amounts.Where(amount => amount > 10).Sum();
            }

            public decimal Total(IEnumerable<decimal> amounts, int from)
            {
                decimal total = 0;
                foreach (var amount in amounts.Skip(from))
                    total += amount switch { < 0 => 0, > 1000 => amount * 0.95m, var other => other };
                return total;
            }
        }

        """;

    private static double Median(IEnumerable<Project> projects, Func<Project, double> of)
    {
        var values = projects.Select(of).Order().ToArray();
        return values[values.Length / 2];
    }

    private sealed record Project(
        int Index, List<Project> Below, MetadataReference Reference, double Without, double With, int Size, int SizeWithFacts);
}
