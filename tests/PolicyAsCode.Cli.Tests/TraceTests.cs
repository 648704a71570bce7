using System.Text.Json;
using PolicyAsCode.Tests;

namespace PolicyAsCode.Cli.Tests;

[Trait("Clause", "A-3")]
public sealed class TraceTests : IDisposable
{
    private const string Policy =
        """
        policy: shop
        controller: { name: Shop }
        data:
          contact.email: { of: customer, clause: A-1, for: communication, keep: { origin: decision, for: 1 year, from: last-purchase, then: erase } }
        purposes:
          communication: { clause: A-1, basis: contract }
        measures:
          - { clause: A-2, measure: Doors are locked., owner: Legal, review-by: 2027-01-01 }
        """;

    private const string Notice =
        """
        notice: shop
        clauses:
          A-1: { says: we write to you, kept-by: analyzer }
          A-2: { says: we lock our doors, kept-by: organisation }
        """;

    private readonly TemporaryFolder _folder = new();

    public TraceTests()
    {
        _folder.Write("policies/shop.policy.yaml", Policy);
        _folder.Write("policies/shop.notice.yaml", Notice);
    }

    [Fact]
    public void Each_clause_is_followed_and_what_is_left_over_is_told()
    {
        var call = Call.Policy(_folder.Path, "trace").MustExit(0);

        Assert.Contains("A-1  kept", call.Lines);
        Assert.Contains("A-2  kept by people", call.Lines);
        Assert.Contains("Decided, and promised by no clause:", call.Lines);
        Assert.Contains("  keep: contact.email (customer)", call.Lines);
        Assert.All(call.Lines, line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void A_clause_that_nothing_states_fails()
    {
        _folder.Write("policies/shop.notice.yaml", Notice + "\n  A-9: { says: we forget you, kept-by: analyzer }\n");

        var call = Call.Policy(_folder.Path, "trace --lang id").MustExit(1);

        Assert.Contains("A-9  tidak dinyatakan", call.Lines);
        Assert.Contains("  A-9  we forget you", call.Lines);
    }

    [Fact]
    [Trait("Clause", "A-1")]
    public void Tests_of_code_are_shown_at_their_clause()
    {
        const string name = "Tests_of_code_are_shown_at_their_clause";
        _folder.Write("shop.trx",
            $"""
             <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
               <Results>
                 <UnitTestResult testId="1" testName="Shop.First" outcome="Passed" />
                 <UnitTestResult testId="2" testName="Shop.Second" outcome="Failed" />
               </Results>
               <TestDefinitions>
                 <UnitTest id="1"><TestMethod codeBase="{typeof(TraceTests).Assembly.Location}" className="{typeof(TraceTests).FullName}" name="{name}" /></UnitTest>
                 <UnitTest id="2"><TestMethod codeBase="{typeof(TraceTests).Assembly.Location}" className="{typeof(TraceTests).FullName}" name="A_clause_that_nothing_states_fails" /></UnitTest>
               </TestDefinitions>
             </TestRun>
             """);
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("clause: A-2", "clause: [A-2, A-3]"));
        _folder.Write("policies/shop.notice.yaml", Notice + "\n  A-3: { says: all of it, kept-by: organisation }\n");

        using var json = JsonDocument.Parse(Call.Policy(_folder.Path, "trace --results shop.trx --format json").MustExit(0).Out);

        string[] Of(string clause) =>
        [
            .. json.RootElement[0].GetProperty("clauses").EnumerateArray().Single(one => one.GetProperty("id").GetString() == clause)
                .GetProperty("codeTests").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("passed")}"),
        ];
        Assert.Equal(["Shop.First True"], Of("A-1"));
        Assert.Empty(Of("A-2"));
        Assert.Equal(["Shop.First True", "Shop.Second False"], Of("A-3")); // by the class
    }

    [Fact]
    public void A_file_that_holds_no_results_is_told_of() =>
        Assert.Contains("dotnet test --logger trx", Call.Policy(_folder.Path, "trace --results none.trx").MustExit(2).Error, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
