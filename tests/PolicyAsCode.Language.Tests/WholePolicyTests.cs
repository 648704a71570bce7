using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>A policy without mistakes: all that it says is in the model.</summary>
public sealed class WholePolicyTests
{
    private static readonly CompiledPolicy s_compiled = PolicyCompiler.Compile(
        [
            PolicyCompiler.Parse("policies/shop.policy.yaml", Samples.Policy),
            PolicyCompiler.Parse("policies/shop.bindings.yaml", Samples.Bindings),
            PolicyCompiler.Parse("policies/vocabulary/shop.yaml", Samples.Vocabulary),
        ],
        "corner-shop", new CalendarDate(2026, 11, 22));

    private static PolicyModel Policy => s_compiled.Model!;

    [Fact]
    public void Nothing_is_reported() => Assert.Empty(s_compiled.Diagnostics.Select(mistake => $"{mistake.Location}: {mistake.Message}"));
}
