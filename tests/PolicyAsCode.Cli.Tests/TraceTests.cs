using System.Globalization;
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

    // After what holds these tests was built.
    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;

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
        Results("shop.trx", (name, "Shop.First", "Passed"), (Other, "Shop.Second", "Failed"));
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
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed"),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed"));

        var call = Call.Policy(_folder.Path, "trace --results results").MustExit(0);

        Assert.Contains("Shown by tests that passed: 2 of 2 clauses.", call.Lines);
        Assert.DoesNotContain(NotShown, call.Lines);
    }

    [Fact]
    public void A_clause_that_no_test_names_is_told_and_fails()
    {
        Results("one.trx", (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed"));

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
            (nameof(Tests_of_code_are_shown_at_their_clause), "First(1)", "Passed"),
            (nameof(Tests_of_code_are_shown_at_their_clause), "First(2)", "Failed"),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed"));

        Assert.Contains("  A-1  we write to you", Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1).Lines);
    }

    [Fact]
    public void Nor_is_one_whose_test_was_skipped()
    {
        Results("one.trx",
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", "NotExecuted"),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed"));

        Assert.Contains("  A-1  we write to you", Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1).Lines);
    }

    [Theory]
    [InlineData("Failed", "Passed", 0)]
    [InlineData("Passed", "Failed", 1)]
    public void The_last_run_of_a_test_counts(string before, string after, int exit)
    {
        // The names of the files say nothing of their order.
        Results("results/b.trx", s_now, (nameof(Tests_of_code_are_shown_at_their_clause), "First", before));
        Results("results/a.trx", s_now.AddMinutes(3),
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", after),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed"));

        Call.Policy(_folder.Path, "trace --results results").MustExit(exit);
    }

    // It may be of a test that has gone since.
    [Fact]
    public void What_only_an_earlier_run_shows_is_not_shown_and_its_file_is_told_of()
    {
        Results("results/then.trx", s_now,
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed"),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed"));
        Results("results/now.trx", s_now.AddMinutes(3), (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed"));

        var call = Call.Policy(_folder.Path, "trace --results results").MustExit(1);

        Assert.Contains("  A-2  we lock our doors", call.Lines);
        Assert.Contains($"Read from 1 result files of the last run, {Moment(3)} to {Moment(4)}.", call.Lines);
        Assert.Contains($"  results/then.trx ({Moment(1)}): of an earlier run", call.Lines);
    }

    // Each project of a solution writes a file of its own, and others may be built in between.
    [Theory]
    [InlineData(10, true)]
    [InlineData(20, false)]
    public void Files_of_other_projects_are_of_the_same_run_unless_there_was_a_long_pause(int minutes, bool isSame)
    {
        Results("results/one.trx", s_now,
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed"),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed"));
        Results("results/two.trx", s_now.AddMinutes(minutes), typeof(PolicyAsCode.Reports.ReportFormat), ("Nothing", "Third", "Passed"));

        var call = Call.Policy(_folder.Path, "trace --results results --format json").MustExit(isSame ? 0 : 1);

        var results = JsonDocument.Parse(call.Out).RootElement[0].GetProperty("results");
        Assert.Equal(
            isSame ? ["results/one.trx", "results/two.trx"] : ["results/two.trx"],
            results.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.Equal(
            isSame ? [] : ["results/one.trx earlier-run"],
            results.GetProperty("leftOut").EnumerateArray().Select(file => $"{file.GetProperty("file").GetString()} {file.GetProperty("why").GetString()}"));
        Assert.Equal(s_now.AddMinutes(isSame ? 0 : minutes), results.GetProperty("from").GetDateTimeOffset());
        Assert.Equal(s_now.AddMinutes(minutes + 1), results.GetProperty("to").GetDateTimeOffset());
    }

    [Fact]
    public void What_was_built_since_it_ran_shows_nothing()
    {
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(TraceTests).Assembly.Location), TimeSpan.Zero);
        Results("one.trx", built.AddMinutes(-2),
            (nameof(Tests_of_code_are_shown_at_their_clause), "First", "Passed"),
            (nameof(Where_each_clause_has_a_test_that_passed_all_is_well), "Second", "Passed"));

        var call = Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1);

        Assert.Contains("Shown by tests that passed: 0 of 2 clauses.", call.Lines);
        Assert.Contains("No result file counts: run the tests again.", call.Lines);
        Assert.Contains(call.Lines, line => line.StartsWith("  one.trx (", StringComparison.Ordinal) && line.EndsWith("): its test assembly was built since", StringComparison.Ordinal));
        Assert.Contains("its test assembly was built since", Call.Policy(_folder.Path, "report --results one.trx").MustExit(0).Error, StringComparison.Ordinal);
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

    private static string Moment(int minutes) => s_now.AddMinutes(minutes).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private void Results(string file, params (string Method, string Name, string Outcome)[] tests) =>
        Results(file, "", typeof(TraceTests), tests);

    private void Results(string file, DateTimeOffset from, params (string Method, string Name, string Outcome)[] tests) =>
        Results(file, from, typeof(TraceTests), tests);

    // A run of a minute.
    private void Results(
        string file, DateTimeOffset from, Type type, params (string Method, string Name, string Outcome)[] tests) =>
        Results(file, $"<Times start=\"{from:O}\" finish=\"{from.AddMinutes(1):O}\" />", type, tests);

    private void Results(string file, string times, Type type, params (string Method, string Name, string Outcome)[] tests) =>
        _folder.Write(file, $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              {times}
              <Results>
                {string.Join('\n', tests.Select((test, id) =>
                    $"<UnitTestResult testId=\"{id}\" testName=\"{test.Name}\" outcome=\"{test.Outcome}\" />"))}
              </Results>
              <TestDefinitions>
                {string.Join('\n', tests.Select((test, id) =>
                    $"<UnitTest id=\"{id}\"><TestMethod codeBase=\"{type.Assembly.Location}\" className=\"{type.FullName}\" name=\"{test.Method}\" /></UnitTest>"))}
              </TestDefinitions>
            </TestRun>
            """);
}
