using PolicyAsCode.Tests;

namespace PolicyAsCode.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_clean_policy_is_clean()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);

        Call.Policy(_folder.Path, "check").MustExit(0);
    }

    [Fact]
    public void Every_mistake_is_shown_where_it_is_as_compilers_do()
    {
        var marked = Markup.Parse(Policies.FiveMistakes);
        _folder.Write("policies/shop.policy.yaml", marked.Text);

        var call = Call.Policy(_folder.Path, "check policies").MustExit(1);

        var found = new BuildResult(call.ExitCode, call.Out).Findings;
        Assert.Equal(marked.Places, found.Select(one => one.Place));
        Assert.All(found, one => Assert.Equal("policies/shop.policy.yaml", one.File));
        Assert.Contains("Did you mean 'promotion'?", call.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
