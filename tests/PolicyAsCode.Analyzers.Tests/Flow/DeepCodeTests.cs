using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>Code that machines write, or nobody should: it breaks no rule, and costs no more than its size.</summary>
public sealed class DeepCodeTests
{
    private const string People = """
        public class Customer { [DataCategory("contact.email")] public string? Email { get; set; } }

        """;

    [Theory]
    [InlineData("calls", 2000)]
    [InlineData("chain", 2000)]
    [InlineData("sum", 5000)]
    [InlineData("else", 1000)]
    [InlineData("parentheses", 500)]
    [InlineData("conditionals", 500)]
    [InlineData("blocks", 300)]
    [InlineData("coalesce", 500)]
    [InlineData("lambdas", 12)]
    [InlineData("loops", 12)]
    [InlineData("locals", 60)]
    [InlineData("tries", 40)]
    [InlineData("finallies", 40)]
    public async Task A_body_nested_deeply(string shape, int depth)
    {
        var found = await FindAsync(People + "public static class Deep { static string? F(string? s) => s; static T G<T>(Func<T> f) => f(); static void Run(Customer c, int n) { string? x = null; "
            + Body(shape, depth) + " } }");
        Assert.DoesNotContain(found, one => one.Id is "PAC9004" or "AD0001");
        Assert.Contains(found, one => one.Id == "PAC5001");
    }

    /// <summary>Whoever is first on whichever thread: the findings are the same, word for word.</summary>
    [Fact]
    public async Task Found_in_any_order()
    {
        var code = People + "public static class Round { "
            + string.Concat(Enumerable.Range(0, 12).Select(i => $$"""
                public static void A{{i}}(string? s, int n) { if (n > {{i}}) B{{i}}(s, n - 1); else Console.WriteLine(s); }
                public static void B{{i}}(string? s, int n) { if (n > {{i}}) C{{i}}(s, n - 1); else A{{(i + 1) % 12}}(s, n); }
                public static void C{{i}}(string? s, int n) { if (n > {{i}}) A{{i}}(s + "!", n - 1); else B{{i}}(s, n); if (n == 99) Console.WriteLine(s); }
                public static void L{{i}}(Customer c) { A{{i}}(c.Email, 1); B{{i}}(c.Email, 1); C{{i}}(c.Email, 1); }

                """)) + "}";
        var first = await ShownAsync(code);
        Assert.Equal(36, first.Count);
        for (var i = 0; i < 20; i++)
            Assert.Equal(first, await ShownAsync(code));
    }

    private static string Body(string shape, int depth) => shape switch
    {
        "calls" => "Console.WriteLine(" + Repeat("F(", depth) + "c.Email" + Repeat(")", depth) + ");",
        "chain" => "Console.WriteLine(c.Email" + Repeat("!.Trim()", depth) + ");",
        "sum" => "Console.WriteLine(c.Email" + string.Concat(Enumerable.Range(0, depth).Select(i => " + F(\"a\")")) + ");",
        "else" => string.Concat(Enumerable.Range(0, depth).Select(i => $"if (n == {i}) x = \"{i}\"; else ")) + "x = c.Email; Console.WriteLine(x);",
        "parentheses" => "Console.WriteLine(" + Repeat("(", depth) + "c.Email" + Repeat(")", depth) + ");",
        "conditionals" => "Console.WriteLine(" + string.Concat(Enumerable.Range(0, depth).Select(i => $"n == {i} ? \"{i}\" : ")) + "c.Email);",
        "blocks" => string.Concat(Enumerable.Range(0, depth).Select(i => $"if (n > {i}) {{ ")) + "x = c.Email; " + Repeat("} ", depth) + "Console.WriteLine(x);",
        "coalesce" => "Console.WriteLine(" + Repeat("F(null) ?? ", depth) + "c.Email);",
        "lambdas" => string.Concat(Enumerable.Range(0, depth).Select(i => $"x = G<string?>(() => {{ string? y{i} = null; for (var i{i} = 0; i{i} < n; i{i}++) {{ ")) + "x = c.Email; Console.WriteLine(x); "
            + string.Concat(Enumerable.Range(0, depth).Reverse().Select(i => $" y{i} = y{i} + x; }} return y{i}; }}); ")),
        "loops" => string.Concat(Enumerable.Range(0, depth).Select(i => $"string? y{i} = null; while (n > {i}) {{ y{i} += x; x = y{i}; ")) + "x = c.Email; " + Repeat("} ", depth) + "Console.WriteLine(x);",
        "locals" => string.Concat(Enumerable.Range(0, depth).Select(i => $"string? L{i}(string? s) => L{i + 1}(s) + L{i + 1}(s); ")) + $"string? L{depth}(string? s) => s; Console.WriteLine(L0(c.Email));",
        "tries" => Repeat("try { ", depth) + "x = c.Email; " + Repeat("} catch (Exception e) when (e.Message == x) { x += \"!\"; } ", depth) + "Console.WriteLine(x);",
        "finallies" => Repeat("try { if (n == 3) return; ", depth) + "x = c.Email; " + Repeat("} finally { x += F(x); } ", depth) + "Console.WriteLine(x);",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static async Task<List<string>> ShownAsync(string code) =>
        [.. (await FindAsync(code)).Select(one => one.ToString() + string.Join(";", one.AdditionalLocations)).Order()];

    private static async Task<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>> FindAsync(string code) =>
        await TestCompilation.Create([("Deep.cs", code)], isProgram: false)
            .WithAnalyzers([.. PolicyRuleTests.All], new AnalyzerOptions(
                [new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)],
                new TestOptions(new Dictionary<string, string>())))
            .GetAnalyzerDiagnosticsAsync();
}
