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

    private const string Other = nameof(A_clause_that_nothing_states_fails);

    private const string NotShown = "Shown by no test that passed, or by one that failed:";

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
        const string name = nameof(Tests_of_code_are_shown_at_their_clause);
        Results("shop.trx", (name, "Shop.First", "Passed", null), (Other, "Shop.Second", "Failed", null));
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("clause: A-2", "clause: [A-2, A-3]"));
        _folder.Write("policies/shop.notice.yaml", Notice + "\n  A-3: { says: all of it, kept-by: organisation }\n");

        using var json = JsonDocument.Parse(Call.Policy(_folder.Path, "trace --results shop.trx --format json").MustExit(1).Out);

        string[] Of(string clause) =>
        [
            .. json.RootElement[0].GetProperty("clauses").EnumerateArray().Single(one => one.GetProperty("id").GetString() == clause)
                .GetProperty("codeTests").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("passed")}"),
        ];
        Assert.Equal(["Shop.First True"], Of("A-1"));
        Assert.Empty(Of("A-2"));
        Assert.Equal(["Shop.First True", "Shop.Second False"], Of("A-3")); // by the class
        Assert.Equal(
            ["A-1 True", "A-2 False", "A-3 False"],
            json.RootElement[0].GetProperty("clauses").EnumerateArray()
                .Select(one => $"{one.GetProperty("id").GetString()} {one.GetProperty("isShown").GetBoolean()}"));
    }

    [Fact]
    [Trait("Clause", "A-2")]
    public void Where_each_clause_has_a_test_that_passed_all_is_well()
    {
        Results("results/one.trx",
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed", null),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed", null));

        var call = Call.Policy(_folder.Path, "trace --results results").MustExit(0);

        Assert.Contains("Shown by tests that passed: 2 of 2 clauses.", call.Lines);
        Assert.DoesNotContain(NotShown, call.Lines);
    }

    [Fact]
    public void A_clause_that_no_test_names_is_told_and_fails()
    {
        Results("one.trx", (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed", null));

        var call = Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1);

        Assert.Contains(NotShown, call.Lines);
        Assert.Contains("  A-2  we lock our doors", call.Lines);
        Assert.DoesNotContain("  A-1  we write to you", call.Lines);
        Assert.Contains("Shown by tests that passed: 1 of 2 clauses.", call.Lines);
    }

    // One green row of a theory does not make up for a red one.
    [Fact]
    public void A_clause_with_a_test_that_failed_is_not_shown()
    {
        Results("one.trx",
            (nameof(Tests_of_code_are_shown_at_their_clause), "First(1)", "Passed", null),
            (nameof(Tests_of_code_are_shown_at_their_clause), "First(2)", "Failed", null),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed", null));

        Assert.Contains("  A-1  we write to you", Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1).Lines);
    }

    [Fact]
    public void Nor_is_one_whose_test_was_skipped()
    {
        Results("one.trx",
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", "NotExecuted", null),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed", null));

        Assert.Contains("  A-1  we write to you", Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1).Lines);
    }

    [Theory]
    [InlineData("Failed", "Passed", 0)]
    [InlineData("Passed", "Failed", 1)]
    public void The_last_run_of_a_test_counts(string before, string after, int exit)
    {
        // The names of the files say nothing of their order.
        Results("results/b.trx", (nameof(Tests_of_code_are_shown_at_their_clause), "First", before, "2026-11-22T09:00:00.0000000+07:00"));
        Results("results/a.trx",
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", after, "2026-11-22T02:30:00.0000000+00:00"),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed", "2026-11-22T02:30:00.0000000+00:00"));

        Call.Policy(_folder.Path, "trace --results results").MustExit(exit);
    }

    [Fact]
    public void A_folder_without_results_is_told_of()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "results"));
        Assert.Contains("dotnet test --logger trx", Call.Policy(_folder.Path, "trace --results results").MustExit(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_holds_no_results_is_told_of() =>
        Assert.Contains("dotnet test --logger trx", Call.Policy(_folder.Path, "trace --results none.trx").MustExit(2).Error, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private void Results(string file, params (string Method, string Name, string Outcome, string? EndTime)[] tests) =>
        _folder.Write(file, $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                {string.Join('\n', tests.Select((test, id) =>
                    $"<UnitTestResult testId=\"{id}\" testName=\"{test.Name}\" outcome=\"{test.Outcome}\" {(test.EndTime is { } end ? $"endTime=\"{end}\"" : "")} />"))}
              </Results>
              <TestDefinitions>
                {string.Join('\n', tests.Select((test, id) =>
                    $"<UnitTest id=\"{id}\"><TestMethod codeBase=\"{typeof(TraceTests).Assembly.Location}\" className=\"{typeof(TraceTests).FullName}\" name=\"{test.Method}\" /></UnitTest>"))}
              </TestDefinitions>
            </TestRun>
            """);
}
