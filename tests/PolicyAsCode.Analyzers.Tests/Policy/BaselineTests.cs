using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Tests.Policy;

/// <summary>Which findings a baseline accepts, how many of them, and what of it is left over.</summary>
public sealed class BaselineTests
{
    private const string Finding = "PAC5001 | M:Shop.Mailer.Send(Shop.Customer) | Shop.Customer.Email > System.Console.WriteLine";

    private readonly MarkedCode _code = MarkedCode.Of("""
        namespace Shop;
        public class Customer { public string Email { get; set; } = ""; }
        public class Mailer
        {
            public void Send(Customer customer)
            {
                System.Console.WriteLine([|customer.Email|]);
                System.Console.WriteLine(customer.Email);
                System.Console.WriteLine(customer.Email);
            }
        }
        """);

    [Fact]
    public void As_many_as_it_says_and_no_more()
    {
        var baseline = Read($"{Finding} | 2")!;
        var places = Places();
        Assert.Equal(Finding, Accept(baseline, places[0]));
        Assert.Equal(Finding, Accept(baseline, places[1]));
        Assert.Null(Accept(baseline, places[2]));
        // An editor asks again: the same place counts once.
        Assert.Equal(Finding, Accept(baseline, places[0]));
        Assert.Empty(baseline.Stale());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# " + Finding + " | 3")]
    [InlineData(Finding)]
    [InlineData(Finding + " | x")]
    [InlineData(Finding + " | 0")]
    [InlineData(Finding + " | -1")]
    [InlineData("PAC5002 | M:Shop.Mailer.Send(Shop.Customer) | Shop.Customer.Email > System.Console.WriteLine | 3")]
    [InlineData("PAC5001 | M:Shop.Mailer.Post(Shop.Customer) | Shop.Customer.Email > System.Console.WriteLine | 3")]
    public void What_it_does_not_say_it_does_not_accept(string text) => Assert.Null(Accept(Read(text)!, _code.At));

    [Theory]
    [InlineData("PAC9003")]
    [InlineData("PAC9002")]
    [InlineData("PAC1012")]
    public void What_gets_around_the_policy_is_nobodys_to_accept(string rule)
    {
        var line = Finding.Replace("PAC5001", rule, StringComparison.Ordinal);
        Assert.Null(Read($"{line} | 3")!.Accept(rule, _code.At, _code.Owner, [], default));
        Assert.Null(Read("", "update")!.Accept(rule, _code.At, _code.Owner, [], default));
        Assert.Empty(Read($"{line} | 3")!.Stale());
    }

    [Fact]
    public void What_no_finding_matches_is_left_over_at_its_line()
    {
        var baseline = Read($"# head\n{Finding} | 3\nPAC3001 | T:Shop.Gone | | 1\n")!;
        Assert.NotNull(Accept(baseline, _code.At));
        Assert.Equal(
            [(1, Finding, 2), (2, "PAC3001 | T:Shop.Gone |", 1)],
            baseline.Stale().Select(one => (one.Place.GetLineSpan().StartLinePosition.Line, one.Entry, one.TooMany)));
        Assert.All(baseline.Stale(), one => Assert.Equal("Shop.privacy-baseline", one.Place.GetLineSpan().Path));
    }

    [Fact]
    public void The_first_of_two_lines_that_are_the_same_counts()
    {
        var baseline = Read($"{Finding} | 1\n{Finding} | 3")!;
        var places = Places();
        Assert.NotNull(Accept(baseline, places[0]));
        Assert.Null(Accept(baseline, places[1]));
    }

    [Fact]
    public void While_it_is_written_everything_is_accepted()
    {
        var baseline = Read(null, "update")!;
        Assert.True(baseline.IsRewritten);
        Assert.All(Places(), place => Assert.Equal(Finding, Accept(baseline, place)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("keep", false)]
    [InlineData("shrink", true)]
    [InlineData("Update", true)]
    public void Who_writes_it_anew_needs_no_word_of_what_is_left_over(string? mode, bool isRewritten) =>
        Assert.Equal(isRewritten, Read("", mode)!.IsRewritten);

    [Theory]
    [InlineData(null)]
    [InlineData("shrink")]
    public void A_project_without_the_file_has_none(string? mode) => Assert.Null(Read(null, mode));

    private Baseline? Read(string? text, string? mode = null) =>
        Baseline.Of(text is null ? null : ("Shop.privacy-baseline", SourceText.From(text)), mode, _code.Compilation);

    private string? Accept(Baseline baseline, Location at) => baseline.Accept("PAC5001", at, _code.Owner, [], default);

    private List<Location> Places() =>
        [.. _code.At.SourceTree!.GetRoot().DescendantNodes().OfType<ArgumentSyntax>().Select(argument => argument.Expression.GetLocation())];
}
