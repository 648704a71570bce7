using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// Code in the shapes on which flow analyses are known to blow up: twice the code may cost at most 2.2 times. Beside each,
/// what the SDK's own flow rules (CA3001 to CA3012) take for the same code.
/// </summary>
internal static class FlowShapes
{
    private const int Runs = 5;

    /// <summary>A shape of code, in the sizes in which it is measured: each twice the one before.</summary>
    private sealed record Shape(string Name, int[] Sizes, Func<int, string> Code);

    private static readonly ImmutableArray<Shape> s_shapes =
    [
        new("fan-out: a tree of calls", [16, 32, 64], FanOut),
        new("call sites of one helper", [400, 800, 1_600, 3_200], CallSites),
        new("chain of calls", [1_250, 2_500, 5_000], Chain),
        new("recursion: a ring of methods", [100, 200, 400, 800], Ring),
        new("recursion: all call all", [10, 20, 40], Clique),
        new("an initialiser", [2_500, 5_000, 10_000], Initialiser),
        new("a joined text", [500, 1_000, 2_000], Joined),
        new("blocks of one method", [500, 1_000, 2_000, 4_000], Blocks),
        new("nested loops", [8, 16, 32], Loops),
        new("methods side by side", [1_250, 2_500, 5_000], Methods),
        new("members of one type", [250, 500, 1_000], Members),
        new("implementations of one interface", [100, 200, 400], Implementations),
    ];

    public static void Run()
    {
        var sdk = SdkAnalyzers.Flow;
        Console.WriteLine($"{"shape",-36} {"size",6} {"ours ms",9} {"x",5} {"CA3001-12 ms",13} {"x",5}   processor time, median of {Runs}");
        Measure(s_shapes[1].Code(100), FlowCode.Ours);
        Measure(s_shapes[1].Code(100), sdk);
        foreach (var shape in s_shapes)
        {
            var (ours, theirs) = (0.0, 0.0);
            foreach (var size in shape.Sizes)
            {
                var code = shape.Code(size);
                var (own, other) = (Measure(code, FlowCode.Ours), Measure(code, sdk));
                Console.WriteLine($"{shape.Name,-36} {size,6:N0} {own,9:0.0} {Ratio(own, ours),5} {other,13:0.0} {Ratio(other, theirs),5}");
                (ours, theirs) = (own, other);
            }
        }
    }

    private static string Ratio(double now, double before) => before == 0 ? "" : (now / before).ToString("0.00");

    // Binding is not what we measure: the compilation is bound before, and only the analysers are run.
    private static double Measure(string code, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var times = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var compilation = FlowCode.Compile(code);
            if (compilation.GetDiagnostics().FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error) is { } error)
                throw new InvalidOperationException($"The benchmark's own code must compile: {error}");
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            FlowCode.Analyze(compilation, analyzers);
            times[run] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }
        return times.Order().ElementAt(Runs / 2);
    }

    private static string FanOut(int width)
    {
        var code = new StringBuilder();
        for (var i = 0; i < width; i++)
        {
            code.AppendLine($"static string? Middle{i}(string? text) {{ string? all = null;");
            for (var j = 0; j < width; j++)
                code.AppendLine($"all += Leaf{j}(text);");
            code.AppendLine("return all; }");
            code.AppendLine($"static string? Leaf{i}(string? text) => text + \"{i}\";");
        }
        code.AppendLine("public static void Root(Customer customer) {");
        for (var i = 0; i < width; i++)
            code.AppendLine($"Console.WriteLine(Middle{i}(customer.Email));");
        return FlowCode.InClass(code.AppendLine("}"));
    }

    private static string CallSites(int count) => FlowCode.InClass(
        "static void Note(string? text) => Console.WriteLine(text);\n"
        + Each(count / 20, i => $"public static void Run{i}(Customer customer) {{ {Each(20, _ => "Note(customer.Email);")} }}"));

    private static string Chain(int length) => FlowCode.InClass(
        Each(length, i => $"static void Step{i}(string? text) => Step{i + 1}(text);")
        + $"static void Step{length}(string? text) => Console.WriteLine(text);\n"
        + "public static void Run(Customer customer) => Step0(customer.Email);");

    private static string Ring(int length) => FlowCode.InClass(
        Each(length, i => $"public static void Step{i}(Customer customer, string? text) {{ if (text is null) return;"
            + $" Step{(i + 1) % length}(customer, customer.Email); {(i == length / 2 ? "Console.WriteLine(text);" : "")} }}"));

    private static string Clique(int count) => FlowCode.InClass(
        Each(count, i => $"public static void Step{i}(string? text) {{ if (text is null) return;"
            + Each(count, j => $"Step{j}(text);") + (i == 0 ? "Console.WriteLine(text);" : "") + " }"));

    private static string Initialiser(int count) => FlowCode.InClass(
        $"public static string?[] All(Customer customer) => new[] {{ {Each(count, i => $"\"entry {i}\" + customer.Email,")} }};");

    private static string Joined(int count) => FlowCode.InClass(
        $"public static void Run(Customer customer) => Console.WriteLine(\"\" {Each(count, i => "+ customer.Email + \"x\"")});");

    private static string Blocks(int count) => FlowCode.InClass(
        "public static void Run(Customer customer, int n) {\n"
        + Each(count / 2, i => $"var email{i} = customer.Email; if (n > {i}) Console.WriteLine(email{i});") + "}");

    private static string Loops(int depth) => FlowCode.InClass(
        "public static void Run(Customer customer, int n) { string? text = null;\n"
        + Each(depth, i => $"for (var i{i} = 0; i{i} < n; i{i}++) {{ text += customer.Email;")
        + "Console.WriteLine(text);" + new string('}', depth) + "}");

    private static string Methods(int count) => FlowCode.InClass(
        Each(count, i => $"public static string Describe{i}(Customer customer, int n) {{ var text = \"customer {i}\";"
            + " if (n > 0) text += customer.Email; foreach (var order in customer.Orders) text += order; return text; }"));

    private static string Members(int count) => FlowCode.InClass(
        "public sealed class Wide {" + Each(count, i => $"[PolicyAsCode.DataCategory(\"contact.email\")] public string? Mail{i} {{ get; set; }}") + "}\n"
        + $"static string? All(Wide wide) {{ string? all = null; {Each(count, i => $"all += wide.Mail{i};")} return all; }}\n"
        + Each(20, i => $"static string? Way{i}(Wide wide) => {(i == 0 ? "All" : $"Way{i - 1}")}(wide);")
        + "public static void Run(Wide wide) => Console.WriteLine(Way19(wide));");

    private static string Implementations(int count) => FlowCode.InClass(
        "public interface INotes { void Note(string? text); }\n"
        + Each(count, i => $"public sealed class Notes{i} : INotes {{ public void Note(string? text) {{ if (text is null) return; Console.WriteLine(text); }} }}")
        + "public static void Run(INotes notes, Customer customer) => notes.Note(customer.Email);");

    private static string Each(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(i => part(i) + "\n"));
}
