using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Rules.Protection;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Edits;

/// <summary>What is kept from one version of a program to the next, and what must not be.</summary>
public sealed class EditedProgramTests
{
    private const string People = """
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            public string City { get; set; } = "";
        }
        """;

    private const string Code = """
        public class Mail
        {
            public static string? Of(Customer customer)
            {
                var city = customer.City;
                return city;
            }
            public static string? Twice(Customer customer) => Of(customer) + Of(customer);
        }
        """;

    private const string Using = """
        public class Log
        {
            public void Write(Customer customer)
            {
                System.Console.WriteLine(Mail.Twice(customer));
            }
        }
        """;

    private readonly AnalyzerOptions _options = new([new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)]);

    private readonly CSharpCompilation _first = TestCompilation.Create(
        [("People.cs", People), ("Mail.cs", Code), ("Log.cs", Using)], isProgram: false);

    private async Task<(string[] Found, BoundPolicy Policy)> FindAsync(Compilation compilation, AnalyzerOptions? options = null)
    {
        var seen = new SeenCompilation();
        var found = await compilation.WithAnalyzers([new PersonalDataLoggedRule(), seen], options ?? _options)
            .GetAnalyzerDiagnosticsAsync();
        return ([.. found.Select(one => $"{one.Id} {one.Location.GetLineSpan().Path}")],
            BoundPolicy.Of(seen.Last!, options ?? _options, default, keeps: true)!);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string file, string old, string now)
    {
        var tree = compilation.SyntaxTrees.Single(one => one.FilePath == file);
        var text = tree.GetText();
        Assert.Contains(old, text.ToString(), StringComparison.Ordinal);
        var start = text.ToString().IndexOf(old, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(
            new TextChange(new(start, old.Length), now))));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_for_callers_keeps_all_else()
    {
        var (_, before) = await FindAsync(_first);
        Assert.Null(before.Edited);

        var (found, after) = await FindAsync(Replace(_first, "Mail.cs", "var city", "int n = 1; var city"));

        Assert.Empty(found);
        Assert.NotNull(after.Edited);
        Assert.True(after.Edited.IsSettled);
        Assert.Same(before.Contents, after.Contents);
    }

    [Fact]
    public async Task Where_a_method_returns_something_else_its_callers_are_looked_at_anew()
    {
        await FindAsync(_first);

        var leaking = Replace(_first, "Mail.cs", "= customer.City", "= customer.Email");
        var (found, after) = await FindAsync(leaking);

        Assert.Equal(["PAC5001 Log.cs"], found);
        Assert.NotNull(after.Edited);

        // And back: what was found for an edit is not kept for the next.
        var (again, _) = await FindAsync(Replace(leaking, "Mail.cs", "= customer.Email", "= customer.City + 1"));
        Assert.Empty(again);
    }

    [Fact]
    public async Task A_method_that_becomes_part_of_a_circle_keeps_nothing_alive_in_it()
    {
        var email = Replace(_first, "Mail.cs", "= customer.City", "= customer.Email");
        Assert.Equal(["PAC5001 Log.cs"], (await FindAsync(email)).Found);

        // Each returns what the other does, and neither begins it.
        var (found, after) = await FindAsync(Replace(email, "Mail.cs", "= customer.Email", "= Twice(customer)"));

        Assert.Empty(found);
        Assert.NotNull(after.Edited);
        Assert.False(after.Edited.IsSettled);
    }

    [Fact]
    public async Task What_lies_behind_the_edit_is_told_where_it_stands_now()
    {
        var first = Replace(Replace(_first, "Mail.cs", "= customer.City", "= customer.Email"),
            "Log.cs", "public void Write", "public int Other()\n    {\n        return 1;\n    }\n    public void Write");
        await FindAsync(first);

        var moved = Replace(first, "Log.cs", "return 1;", "int a = 1;\n        int b = 2;\n        return a + b;");
        var found = await moved.WithAnalyzers([new PersonalDataLoggedRule()], _options).GetAnalyzerDiagnosticsAsync();

        var one = Assert.Single(found);
        Assert.Same(moved.SyntaxTrees.Single(tree => tree.FilePath == "Log.cs"), one.Location.SourceTree);
        Assert.Contains("Mail.Twice(customer)", one.Location.SourceTree!.GetText().ToString(one.Location.SourceSpan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail.cs", "public static string? Of", "internal static string? Of")]
    [InlineData("Mail.cs", "public class Mail", "using System.Text;\npublic class Mail")]
    [InlineData("Mail.cs", "public class Mail", "#pragma warning disable\npublic class Mail")]
    [InlineData("People.cs", "{ get; set; } = \"\"", "{ get; set; } = \"a\"")]
    public async Task What_other_code_can_see_is_no_edit_of_a_body(string file, string old, string now)
    {
        await FindAsync(_first);
        Assert.Null((await FindAsync(Replace(_first, file, old, now))).Policy.Edited);
    }

    [Fact]
    public async Task Nor_is_a_method_that_becomes_an_iterator()
    {
        var first = TestCompilation.Create(
            [("People.cs", People), ("Mail.cs", "public class M { public System.Collections.Generic.IEnumerable<int> A() { return [1]; } }")], isProgram: false);
        await FindAsync(first);
        Assert.NotNull((await FindAsync(Replace(first, "Mail.cs", "return [1];", "return [2];"))).Policy.Edited);
        Assert.Null((await FindAsync(Replace(first, "Mail.cs", "return [1];", "yield return 1;"))).Policy.Edited);
    }

    [Fact]
    public async Task Another_policy_keeps_nothing()
    {
        await FindAsync(_first);
        var other = new AnalyzerOptions([new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)]);
        Assert.Null(BoundPolicy.Of(_first.Clone(), other, default, keeps: true)!.Edited);
    }

    [Fact]
    public async Task An_empty_body_is_one_that_can_be_edited()
    {
        var first = Replace(_first, "Mail.cs", "public class Mail\n{", "public class Mail\n{\n    public static void Nothing() { }");
        await FindAsync(first);
        Assert.NotNull((await FindAsync(Replace(first, "Mail.cs", "{ }", "{ int n = 1; }"))).Policy.Edited);
    }

    /// <summary>An editor holds a text by a weak reference, and reads it again when somebody asks.</summary>
    [Fact]
    public async Task A_text_that_an_editor_forgets_is_still_the_same_policy()
    {
        var options = new AnalyzerOptions([new ForgettingText("policies/shop.policy.yaml", Policies.Shop)]);
        await LookAsync();
        Collect();
        Assert.NotNull((await FindAsync(Replace(_first, "Mail.cs", "var city", "int n = 1; var city"), options)).Policy.Edited);

        // What it returned lies in no local variable here.
        async Task LookAsync() => await FindAsync(_first.Clone(), options);
    }

    private sealed class ForgettingText(string path, string content) : AdditionalText
    {
        private WeakReference<SourceText>? _text;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            if (_text is null || !_text.TryGetTarget(out var text))
                _text = new(text = SourceText.From(content));
            return text;
        }
    }

    /// <summary>An editor keeps the files that nobody changed, and with them nothing of the programs that they were in.</summary>
    [Fact]
    public async Task A_program_that_is_looked_at_anew_leaves_nothing_of_the_one_before()
    {
        var program = Mailing();
        var flow = await LookAsync();
        Assert.Null((await FindAsync(Replace(program, "Log.cs", "public void Write", "internal void Write"))).Policy.Edited);
        Collect();
        Assert.False(flow.IsAlive);
        GC.KeepAlive(program);

        async Task<WeakReference> LookAsync() => new(Twice((await FindAsync(program.Clone())).Policy.Flows).Summary);
    }

    /// <summary>What was found out is kept, and not the bodies as they were bound, which are most of a program.</summary>
    [Fact]
    public async Task An_edit_lets_go_of_bodies_as_they_were_bound()
    {
        var program = Mailing();
        var (flow, bound) = await LookAsync();
        var after = (await FindAsync(Replace(program, "Log.cs", "System.Console", "int n = 1; System.Console"))).Policy;
        Collect();
        Assert.True(flow.IsAlive);
        Assert.False(bound.IsAlive);

        var again = Twice(after.Edited!.Before);
        Assert.Same(flow.Target, again.Summary);
        var reads = Assert.Single(again.Flows).Uses.Select(one => one.Use.Read.Member.Name);
        Assert.Equal(["Email"], reads.Distinct());

        async Task<(WeakReference Flow, WeakReference Bound)> LookAsync()
        {
            var twice = Twice((await FindAsync(program.Clone())).Policy.Flows);
            return (new(twice.Summary), new(Assert.Single(twice.Flows)));
        }
    }

    private CSharpCompilation Mailing() =>
        Replace(_first, "Mail.cs", "return city", "new Customer[1].Select(one => one.Email).ToList(); return city");

    private static MethodFlow Twice(BodyFlows flows) =>
        flows.AllFinished().Single(one => one.Key.Name == "Twice").Value;

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [Fact]
    public async Task A_generator_looks_at_the_whole()
    {
        await FindAsync(_first);
        var edited = Replace(_first, "Mail.cs", "var city", "int n = 1; var city");
        Assert.NotNull((await FindAsync(edited)).Policy.Edited);
        Assert.Null(BoundPolicy.Of(edited.Clone(), _options, default)!.Edited);
    }

    [Fact]
    public void Each_way_in_which_tests_edit_code_changes_some_body()
    {
        var code = CSharpSyntaxTree.ParseText("class C { int A() { int a = 1; return a; } int B() { int b = 2; return b; } int D() { int d = 3; return d; } }");
        var bodies = code.GetRoot().DescendantNodes().OfType<BlockSyntax>().ToList();
        Assert.All(EditedTwin.Edits, edit => Assert.Contains(
            bodies.Select((body, i) => (body, before: edit(body, i))), one => one.before is not null && !one.before.IsEquivalentTo(one.body)));
    }

    [Fact]
    public async Task The_twins_of_tests_are_edits_that_keep_something()
    {
        var found = await _first.WithAnalyzers([new PersonalDataLoggedRule()], _options).GetAnalyzerDiagnosticsAsync();
        var kept = await EditedTwin.VerifyAsync(
            _first, [new PersonalDataLoggedRule()],
            () => new([new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)]), found);
        // Two of them edit a body that is not there: what was looked at is then all kept.
        Assert.True(kept >= EditedTwin.Edits.Count - 1, $"{kept}");
    }
}
