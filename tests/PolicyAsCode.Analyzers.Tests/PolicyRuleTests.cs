using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Rules.Declarations;
using PolicyAsCode.Analyzers.Rules.Protection;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Analyzers.Tests;

/// <summary>What all rules share: the gate, the guard, severity, waivers, generated code.</summary>
public sealed class PolicyRuleTests
{
    private const string Leak = """
        namespace Shop.Legacy
        {
            public class Customer
            {
                [DataCategory("contact.email")] public string? Email { get; set; }
            }
            public static class Mailer
            {
                public static void Send(Customer customer) => Console.WriteLine([|customer.Email|]);
            }
        }
        """;

    private static string Clean => Leak.Replace("[|", "").Replace("|]", "");

    /// <summary>All rules of the assembly.</summary>
    public static IEnumerable<DiagnosticAnalyzer> All => typeof(PolicyRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(PolicyRule)) && !type.IsAbstract)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(
        DiagnosticAnalyzer rule, string code, string? policy, string? name = null)
    {
        var options = new AnalyzerOptions(
            policy is null ? [] : [new TestAdditionalText("policies/shop.policy.yaml", policy)],
            new TestOptions(name is null ? [] : new Dictionary<string, string> { ["PrivacyPolicy"] = name }));
        return await TestCompilation.Create([("Shop.cs", code)], isProgram: false)
            .WithAnalyzers([rule], options).GetAnalyzerDiagnosticsAsync();
    }

    [Fact]
    public async Task Without_a_policy_nothing_is_registered()
    {
        foreach (var rule in All)
        {
            var compilation = TestCompilation.Create([("Shop.cs", Clean)], isProgram: false)
                .WithAnalyzers([rule], new AnalyzerOptions([], new TestOptions(new Dictionary<string, string>())));
            Assert.Empty(await compilation.GetAnalyzerDiagnosticsAsync());
            var telemetry = await compilation.GetAnalyzerTelemetryInfoAsync(rule, CancellationToken.None);
            Assert.Equal(1, telemetry.CompilationStartActionsCount);
            Assert.Equal(0, telemetry.SymbolActionsCount + telemetry.SyntaxNodeActionsCount + telemetry.CodeBlockActionsCount
                + telemetry.SyntaxTreeActionsCount + telemetry.AdditionalFileActionsCount + telemetry.OperationActionsCount
                + telemetry.OperationBlockActionsCount + telemetry.SemanticModelActionsCount
                + telemetry.CompilationEndActionsCount);
        }
    }

    [Fact]
    public async Task With_the_policy_none_nothing_is_found() =>
        Assert.Empty(await FindAsync(new PersonalDataLoggedRule(), Clean, Policies.Shop, "none"));

    [Theory]
    [InlineData("none")]
    [InlineData("other")]
    public async Task What_the_build_says_of_the_policy_is_not_unsaid_by_a_configuration_file(string name)
    {
        var options = new AnalyzerOptions(
            [
                new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop),
                new TestAdditionalText("obj/shop.policy-dates", "2026-11-22"),
            ],
            new TestOptions(new Dictionary<string, string> { ["PrivacyPolicy"] = name }));
        Assert.Single(await TestCompilation.Create([("Shop.cs", Clean)], isProgram: false)
            .WithAnalyzers([new PersonalDataLoggedRule()], options).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public async Task A_broken_policy_silences_the_rules_of_the_code_and_breaks_none()
    {
        foreach (var rule in All)
            Assert.All(await FindAsync(rule, Clean, "policy: [\n  data: }"), one => Assert.StartsWith("PAC1", one.Id));
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("observe", DiagnosticSeverity.Info)]
    public async Task The_policy_decides_how_loud_a_rule_is(string enforce, DiagnosticSeverity severity)
    {
        var found = await FindAsync(
            new PersonalDataLoggedRule(), Clean, Policies.Shop + $"\n\nenforce: {{ default: error, PAC5001: {enforce} }}\n");
        Assert.Equal([severity], found.Select(one => one.Severity));
    }

    [Theory]
    [InlineData("Shop.Legacy.*", true)]
    [InlineData("Shop.Legacy.Mailer.Send", true)]
    [InlineData("Shop.Legacy.Mailer", true)]
    [InlineData("Shop.Legacy.Mail", false)]
    [InlineData("Shop.Other.*", false)]
    public async Task A_waiver_silences_where_it_says(string at, bool silent)
    {
        var found = await FindAsync(new PersonalDataLoggedRule(), Clean, Policies.Shop + $$"""


            waivers:
              - { rule: PAC5001, at: "{{at}}", because: it moves in January, approved-by: dpo@shop.example, kind: planned-fix, until: 2099-01-31 }
            """);
        Assert.Equal(silent, found.IsEmpty);
    }

    [Fact]
    public async Task A_waiver_of_another_rule_does_not()
    {
        var found = await FindAsync(new PersonalDataLoggedRule(), Clean, Policies.Shop + """


            waivers:
              - { rule: PAC3001, at: "Shop.Legacy.*", because: it moves in January, approved-by: dpo@shop.example, kind: planned-fix, until: 2099-01-31 }
            """);
        Assert.Single(found);
    }

    [Fact]
    public void No_finding_can_be_configured_away() => Assert.All(
        All.SelectMany(rule => rule.SupportedDiagnostics),
        rule => Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags));

    [Theory]
    [InlineData("// <auto-generated/>\n", "Shop.cs")]
    [InlineData("", "obj/Shop.g.cs")]
    public async Task Generated_code_is_not_reported(string header, string path)
    {
        var found = await CSharpAnalyzerTest<PersonalDataLoggedRule>.FindAsync(
            TestCompilation.Create([(path, header + Clean)], isProgram: false), [("shop.policy.yaml", Policies.Shop)]);
        Assert.Empty(found);
    }

    [Fact]
    public async Task Generated_code_of_a_page_is_reported_at_the_page()
    {
        var generated = """
            // <auto-generated/>
            public class Customer
            {
                [DataCategory("contact.email")] public string? Email { get; set; }
            }
            public sealed class Pages_Index
            {
                public Customer Model { get; set; } = new();
                public void Execute()
                {
            #line (7,10)-(7,43) 12 "/shop/Pages/Index.cshtml"
            Console.WriteLine(Model.Email);
            #line default
            #line hidden
                    Console.WriteLine(Model.Email);
                }
            }
            """;
        var found = await CSharpAnalyzerTest<PersonalDataLoggedRule>.FindAsync(
            TestCompilation.Create([("obj/Index_cshtml.g.cs", generated)], isProgram: false),
            [("shop.policy.yaml", Policies.Shop)]);
        var place = Assert.Single(found).Location.GetLineSpan();
        Assert.Equal("/shop/Pages/Index.cshtml", place.Path);
        Assert.Equal(6, place.StartLinePosition.Line);
    }

    [Fact]
    public async Task A_rule_that_throws_says_so_once_and_is_no_AD0001()
    {
        var found = await FindAsync(new ThrowingRule(), Clean + "\nclass B; class C;", Policies.Shop);
        var failure = Assert.Single(found);
        Assert.Equal("PAC9004", failure.Id);
        Assert.Equal(
            "ThrowingRule failed and did not check everything: InvalidOperationException: of our own making", failure.GetMessage());
    }

    [Fact]
    public async Task A_rule_that_throws_at_its_start_says_so_too()
    {
        var failure = Assert.Single(await FindAsync(new ThrowingAtStartRule(), Clean, Policies.Shop));
        Assert.Equal("PAC9004", failure.Id);
    }

    [Fact]
    public async Task A_cancelled_rule_is_no_failure() =>
        Assert.Empty(await FindAsync(new CancelledRule(), Clean, Policies.Shop));

    [Fact]
    public async Task Rules_agree_on_one_bound_policy_and_run_together()
    {
        var options = new AnalyzerOptions(
            [new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)],
            new TestOptions(new Dictionary<string, string>()));
        var found = await TestCompilation.Create([("Shop.cs", Clean)], isProgram: false)
            .WithAnalyzers([.. All], options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(["PAC5001"], found.Select(one => one.Id));
    }

    /// <summary>As in an editor, which asks for one file.</summary>
    [Theory]
    [InlineData("One.cs", "_one")]
    [InlineData("Two.cs", "_two")]
    public async Task Of_a_type_in_several_files_each_tells_live_what_lies_there(string file, string expected)
    {
        var analysed = Parts();
        var tree = analysed.Compilation.SyntaxTrees.Single(one => one.FilePath == file);
        var found = await analysed.GetAnalyzerSemanticDiagnosticsAsync(
            analysed.Compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
        Assert.Equal([expected], found.Select(one => one.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Of_a_type_in_several_files_nothing_is_told_twice() => Assert.Equal(
        ["_one", "_two"],
        (await Parts().GetAnalyzerDiagnosticsAsync()).Select(one => one.GetMessage(CultureInfo.InvariantCulture)).Order());

    private static CompilationWithAnalyzers Parts() => TestCompilation.Create(
            [("One.cs", "partial class Parted { int _one; }"), ("Two.cs", "partial class Parted { int _two; }")], isProgram: false)
        .WithAnalyzers([new MembersRule()], new AnalyzerOptions(
            [new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)],
            new TestOptions(new Dictionary<string, string>())));

#pragma warning disable RS1001 // Not for users.
    private sealed class MembersRule() : PolicyRule(AttributeTermUnknownRule.Rule)
    {
        private protected override void Register(RuleScope scope) => scope.OnSymbol<INamedTypeSymbol>((type, reporter) =>
        {
            foreach (var member in type.GetMembers().Where(member => type.Name == "Parted" && !member.IsImplicitlyDeclared))
                reporter.Report(AttributeTermUnknownRule.Rule, member.Locations[0], member, [], Message.Verbatim(member.Name));
        });
    }

    private class ThrowingRule() : PolicyRule(AttributeTermUnknownRule.Rule)
    {
        private protected override void Register(RuleScope scope) =>
            scope.OnSymbol<INamedTypeSymbol>((_, _) =>
                throw new InvalidOperationException("of our own making\n   at a place that is nobody's business"));
    }

    private sealed class ThrowingAtStartRule() : PolicyRule(AttributeTermUnknownRule.Rule)
    {
        private protected override void Register(RuleScope scope) => throw new InvalidOperationException();
    }

    private sealed class CancelledRule() : PolicyRule(AttributeTermUnknownRule.Rule)
    {
        private protected override void Register(RuleScope scope) =>
            scope.OnSymbol<INamedTypeSymbol>((_, _) => throw new OperationCanceledException());
    }
#pragma warning restore RS1001
}
