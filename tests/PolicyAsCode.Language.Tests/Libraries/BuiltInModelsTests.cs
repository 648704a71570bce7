using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Language.Tests.Libraries;

/// <summary>The models that come with the language are read like anybody's own.</summary>
public sealed class BuiltInModelsTests
{
    [Fact]
    public void They_are_without_mistakes_and_say_something()
    {
        Assert.NotEmpty(LibraryModels.BuiltIn.Sinks);
        Assert.NotEmpty(LibraryModels.BuiltIn.Types);
    }

    [Fact]
    public void Each_kind_of_sink_has_a_word() =>
        Assert.Equal(Enum.GetValues<SinkKind>().Order(), SinkWords.All.Select(one => one.Kind).Order());

    [Fact]
    public void What_a_policy_says_nothing_of_is_not_looked_for_in_libraries()
    {
        var policy = PolicyCompiler.Compile(
            [PolicyCompiler.Parse("policies/corner.policy.yaml", Samples.Policy)], "corner-shop", Verify.Today).Model!;
        var kept = LibraryModels.BuiltIn.KeptBy(policy, new PolicyEvaluator(policy)).Types.SelectMany(type => type.Members).ToList();
        Assert.Contains(kept, member => member.Member == "Email");
        Assert.DoesNotContain(kept, member => member.Member == "PhoneNumber");
    }
}
