using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>What runs again after an edit, by the named steps.</summary>
public sealed class PipelineTests
{
    private static readonly string[] All =
        [Steps.Contexts, Steps.Policy, Steps.Plans, Steps.Rights, Steps.Disclosures, Steps.Exports, Steps.Rectifications, Steps.Audits];

    [Fact]
    public void Nothing_runs_again_on_the_same_input() => StaysCached(run => run.Run());

    [Fact]
    public void Nothing_runs_again_for_an_unrelated_file() =>
        StaysCached(run => run.Edit("Unrelated.cs", "class Unrelated { int M() => 2; int N() => 3; }"));

    [Fact]
    public void Nothing_runs_again_when_a_type_moves_down() =>
        StaysCached(run => run.Edit("Shop.cs", "// a new first line\n\n" + SmallShop.Code));

    [Fact]
    public void Nothing_runs_again_for_the_body_of_a_method()
    {
        var body = "public DbSet<Order> Orders => Set<Order>();";
        StaysCached(run => run.Edit("Shop.cs", SmallShop.Code.Replace(body, "public DbSet<Order> Orders { get { return Set<Order>(); } }", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_runs_again_for_what_decides_nothing_in_the_policy() =>
        StaysCached(run => run.EditPolicy(SmallShop.Policy.Replace("default: error", "default: warning", StringComparison.Ordinal) + "\n# a note\n"));

    [Fact]
    public void What_people_are_told_is_written_again_and_nothing_planned()
    {
        var run = GeneratorRun.Start(SmallShop.Code, SmallShop.Policy);
        var before = run.File("Privacy.Export.g.cs");
        run.EditPolicy(SmallShop.Policy.Replace("basis: contract", "basis: legal-obligation", StringComparison.Ordinal));
        Assert.All(run.Reasons(Steps.Policy).Concat(run.Reasons(Steps.Plans)), reason => Assert.True(
            reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Disclosures));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Exports));
        Assert.Contains("IsPortable = true", before, StringComparison.Ordinal);
        Assert.DoesNotContain("IsPortable = true", run.File("Privacy.Export.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string? Email { get", "string Email { get")]
    [InlineData("[RetentionAnchor(\"last-purchase\")] ", "")]
    [InlineData("public Guid? CustomerId", "public Guid CustomerId")]
    [InlineData("public bool OnLegalHold", "public int OnLegalHold")]
    public void A_change_that_counts_plans_again(string from, string to)
    {
        var run = GeneratorRun.Start(SmallShop.Code, SmallShop.Policy);
        var before = run.Code;
        run.Edit("Shop.cs", SmallShop.Code.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Contexts));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Plans));
        Assert.NotEqual(before, run.Code);
    }

    [Fact]
    public void Another_retention_plans_again_and_reads_no_context()
    {
        var run = GeneratorRun.Start(SmallShop.Code, SmallShop.Policy);
        run.EditPolicy(SmallShop.Policy.Replace("for: 2 years", "for: 3 years", StringComparison.Ordinal));
        Assert.All(run.Reasons(Steps.Contexts), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Policy));
        Assert.Contains("run.Maximum(3, RetentionUnit.Years)", run.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void No_model_holds_a_symbol_a_tree_or_a_compilation()
    {
        var run = GeneratorRun.Start(SmallShop.Code, SmallShop.Policy);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in All)
            foreach (var (value, _) in run.Outputs(step))
                Walk(value, step);
        Assert.True(seen.Count > 50, $"Only {seen.Count} objects were seen.");

        void Walk(object? value, string path)
        {
            if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
                return;

            Assert.False(value is ISymbol or Compilation or SyntaxNode or SyntaxTree or SemanticModel or Location, $"{path}: {value.GetType()}");
            if (value is IEnumerable several)
                foreach (var item in several)
                    Walk(item, path + "[]");
            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    if (!field.FieldType.IsPointer)
                        Walk(field.GetValue(value), $"{path}.{field.Name}");
        }
    }

    private static void StaysCached(Action<GeneratorRun> edit)
    {
        var run = GeneratorRun.Start(SmallShop.Code, SmallShop.Policy);
        var before = run.Code;
        edit(run);
        foreach (var step in All)
            Assert.All(run.Reasons(step), reason => Assert.True(
                reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        Assert.All(
            run.Result.TrackedOutputSteps.SelectMany(output => output.Value).SelectMany(output => output.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.Equal(before, run.Code);
    }
}
