using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>The proof tests that a test project asks for.</summary>
public sealed class ProofTests
{
    private const string Proof = "ShopContextProof.g.cs";

    [Fact]
    public void A_small_shop_is_proved_like_this()
    {
        var run = GeneratorRun.Start(SmallShop.Code, SmallShop.Policy, proofs: true);
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity != DiagnosticSeverity.Hidden));
        OutputTests.Reads("SmallShop.Proof.cs.txt", run.File(Proof));
    }

    [Fact]
    public void Who_does_not_ask_gets_none() =>
        Assert.Null(GeneratorRun.Start(SmallShop.Code, SmallShop.Policy).File(Proof));

    [Fact]
    public void A_test_project_gets_those_of_the_contexts_that_it_references()
    {
        var run = GeneratorRun.Start("class Tests;", "", name: "none", proofs: true, library: Library(SmallShop.Code));
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.Equal(GeneratorRun.Start(SmallShop.Code, SmallShop.Policy, proofs: true).File(Proof), run.File(Proof));
        Assert.Null(run.Code);
    }

    [Fact]
    public void A_context_that_the_test_project_cannot_see_gets_none() =>
        Assert.Null(GeneratorRun.Start(
            "class Tests;", "", name: "none", proofs: true,
            library: Library(SmallShop.Code.Replace("public sealed class", "internal sealed class", StringComparison.Ordinal))).File(Proof));

    [Fact]
    public void An_internal_context_is_proved_by_a_public_class()
    {
        var run = GeneratorRun.Start(
            SmallShop.Code.Replace("public sealed class", "internal sealed class", StringComparison.Ordinal), SmallShop.Policy, proofs: true);
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity != DiagnosticSeverity.Hidden));
        Assert.Contains("private protected abstract ProofDatabase<ShopContext> Open();", run.File(Proof), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PolicyAsCode.EntityFrameworkCore.Testing")]
    [InlineData("xunit")]
    public void Without_what_proofs_stand_on_it_says_what_is_missing(string missing)
    {
        var run = GeneratorRun.Start(
            SmallShop.Code, SmallShop.Policy, proofs: true,
            sees: reference => !Path.GetFileName(reference.Display!).StartsWith(missing, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(run.Output.GetDiagnostics(), found => found.Id == "CS1029"
            && found.GetMessage().Contains("add the packages PolicyAsCode.EntityFrameworkCore.Testing and xunit.v3", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_again_for_an_edit_that_changes_no_plan()
    {
        var run = GeneratorRun.Start(SmallShop.Code, SmallShop.Policy, proofs: true, library: Library(SmallShop.Code
            .Replace("namespace Shop;", "namespace Other;", StringComparison.Ordinal)));
        Assert.Equal(2, run.Result.GeneratedSources.Count(source => source.HintName.EndsWith(Proof, StringComparison.Ordinal)));
        run.Edit("Unrelated.cs", "class Unrelated { int M() => 2; int N() => 3; }");
        foreach (var step in new[] { Steps.OwnProofs, Steps.ReferencedProofs })
            Assert.All(run.Reasons(step), reason => Assert.True(
                reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        Assert.All(
            run.Result.TrackedOutputSteps.SelectMany(output => output.Value).SelectMany(output => output.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static PortableExecutableReference Library(string code)
    {
        var run = GeneratorRun.Start(code, SmallShop.Policy);
        using var stream = new MemoryStream();
        Assert.True(run.Output.WithAssemblyName("Library").Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
