using System.Globalization;
using System.Text.Json;
using PolicyAsCode.Tests;

namespace PolicyAsCode.Cli.Tests;

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

    private const string NotShown = "Not shown: no test names it, or one that does failed or did not run:";

    private const string First = "Shop.Tests.First";

    private const string Second = "Shop.Tests.Second";

    // After what holds the tests was built.
    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow.AddMinutes(1);

    private readonly TemporaryFolder _folder = new();

    public TraceTests()
    {
        Assembly("Shop.Tests", tests => tests.Class("Shop.Tests", "", methods: ["First A-1", "Second A-2"]));
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

    [Theory]
    [InlineData("en", "measures: Doors are locked.", "measures: Windows are shut.")]
    [InlineData("id", "measures: Pintu dikunci.", "measures: Jendela ditutup.")]
    public void A_measure_is_read_in_the_language_of_the_answer(string language, string stated, string decided)
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace(
            "- { clause: A-2, measure: Doors are locked.,",
            "- { origin: decision, measure: { en: Windows are shut., id: Jendela ditutup. }, owner: Legal, review-by: 2027-01-01 }\n"
                + "  - { clause: A-2, measure: { en: Doors are locked., id: Pintu dikunci. },", StringComparison.Ordinal));

        var call = Call.Policy(_folder.Path, $"trace --lang {language}").MustExit(0);

        Assert.Contains(call.Lines, line => line.EndsWith(stated, StringComparison.Ordinal));
        Assert.Contains("  " + decided, call.Lines);
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
    public void Tests_of_code_are_shown_at_their_clause()
    {
        Assembly("Shop.Tests", tests => tests.Class("Shop.Tests", "A-3", methods: ["First A-1", "Second", "-Help"]));
        Results("shop.trx", (First, "Passed"), (Second, "Failed"));
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("clause: A-2", "clause: [A-2, A-3]"));
        _folder.Write("policies/shop.notice.yaml", Notice + "\n  A-3: { says: all of it, kept-by: organisation }\n");

        using var json = JsonDocument.Parse(Call.Policy(_folder.Path, "trace --results shop.trx --format json").MustExit(1).Out);

        string[] Of(string clause) =>
        [
            .. json.RootElement[0].GetProperty("clauses").EnumerateArray().Single(one => one.GetProperty("id").GetString() == clause)
                .GetProperty("codeTests").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("passed")}"),
        ];
        Assert.Equal(["Shop.Tests.First True"], Of("A-1"));
        Assert.Empty(Of("A-2"));
        Assert.Equal(["Shop.Tests.First True", "Shop.Tests.Second False"], Of("A-3")); // by the class
        Assert.Equal(
            ["A-1 True", "A-2 False", "A-3 False"],
            json.RootElement[0].GetProperty("clauses").EnumerateArray()
                .Select(one => $"{one.GetProperty("id").GetString()} {one.GetProperty("isShown").GetBoolean()}"));
    }

    [Fact]
    public void Where_each_clause_has_a_test_that_passed_all_is_well()
    {
        Results("results/one.trx",
            (First, "Passed"),
            (Second, "Passed"));

        var call = Call.Policy(_folder.Path, "trace --results results").MustExit(0);

        Assert.Contains("Shown by tests that passed: 2 of 2 clauses.", call.Lines);
        Assert.DoesNotContain(NotShown, call.Lines);
    }

    [Fact]
    public void A_clause_that_no_test_names_is_told_and_fails()
    {
        Results("one.trx", (First, "Passed"));

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
            (First + "(1)", "Passed"),
            (First + "(2)", "Failed"),
            (Second, "Passed"));

        Assert.Contains("  A-1  we write to you", Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1).Lines);
    }

    [Fact]
    public void Nor_is_one_whose_test_was_skipped()
    {
        Results("one.trx",
            (First, "NotExecuted"),
            (Second, "Passed"));

        Assert.Contains("  A-1  we write to you", Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1).Lines);
    }

    [Theory]
    [InlineData("Failed", "Passed", 0)]
    [InlineData("Passed", "Failed", 1)]
    public void The_last_run_of_a_test_counts(string before, string after, int exit)
    {
        // The names of the files say nothing of their order.
        Results("results/b.trx", s_now, (First, before));
        Results("results/a.trx", s_now.AddMinutes(3),
            (First, after),
            (Second, "Passed"));

        Call.Policy(_folder.Path, "trace --results results").MustExit(exit);
    }

    // It may be of a test that has gone since.
    [Fact]
    public void What_only_an_earlier_run_shows_is_not_shown_and_its_file_is_told_of()
    {
        Results("results/then.trx", s_now,
            (First, "Passed"),
            (Second, "Passed"));
        Results("results/now.trx", s_now.AddMinutes(3), (First, "Passed"));

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
            (First, "Passed"),
            (Second, "Passed"));
        Assembly("Other.Tests", tests => tests.Class("Other.Tests", "", methods: ["Third"]));
        Results("results/two.trx", s_now.AddMinutes(minutes), "Other.Tests", ("Other.Tests.Third", "Passed"));

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
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(PathOf("Shop.Tests")), TimeSpan.Zero);
        Results("one.trx", built.AddMinutes(-2),
            (First, "Passed"),
            (Second, "Passed"));

        var call = Call.Policy(_folder.Path, "trace --results one.trx").MustExit(1);

        Assert.Contains("Shown by tests that passed: 0 of 2 clauses.", call.Lines);
        Assert.Contains("No result file counts: run the tests again.", call.Lines);
        Assert.Contains(call.Lines, line => line.StartsWith("  one.trx (", StringComparison.Ordinal) && line.EndsWith("): its test assembly was built since", StringComparison.Ordinal));
        Assert.Contains("its test assembly was built since", Call.Policy(_folder.Path, "report --results one.trx").MustExit(0).Error, StringComparison.Ordinal);
    }

    // The other one had failed, and would again.
    [Fact]
    public void A_clause_of_whose_tests_a_filter_left_one_out_is_not_shown()
    {
        Assembly("Shop.Tests", tests => tests.Class("Shop.Tests", "", methods: ["First A-1", "Second A-2", "Third A-1"]));
        Results("results/whole.trx", s_now, (First, "Passed"), (Second, "Passed"), ("Shop.Tests.Third", "Failed"));
        Results("results/filtered.trx", s_now.AddMinutes(3), (First, "Passed"), (Second, "Passed"));

        var call = Call.Policy(_folder.Path, "trace --results results").MustExit(1);

        Assert.Contains(NotShown, call.Lines);
        Assert.Contains("  A-1  we write to you", call.Lines);
        Assert.Contains(call.Lines, line => line.EndsWith("Shop.Tests.First, Shop.Tests.Third (did not run)", StringComparison.Ordinal));
        Assert.Contains("Shown by tests that passed: 1 of 2 clauses.", call.Lines);
        using var json = JsonDocument.Parse(Call.Policy(_folder.Path, "trace --results results --format json").MustExit(1).Out);
        Assert.Equal(
            ["Shop.Tests.First ran True passed True", "Shop.Tests.Third ran False passed False"],
            json.RootElement[0].GetProperty("clauses")[0].GetProperty("codeTests").EnumerateArray().Select(test =>
                $"{test.GetProperty("name").GetString()} ran {test.GetProperty("ran").GetBoolean()} passed {test.GetProperty("passed").GetBoolean()}"));
        Assert.Contains(
            "A-1: the test Shop.Tests.Third did not run", Call.Policy(_folder.Path, "report --results results --format markdown").MustExit(0).Out, StringComparison.Ordinal);
    }

    // Each of a solution's projects is run by itself, and the last was.
    [Fact]
    public void Nor_is_one_with_a_test_in_an_assembly_that_only_an_earlier_run_knows()
    {
        Assembly("Other.Tests", tests => tests.Class("Other.Tests", "", methods: ["Third A-1"]));
        Results("results/other.trx", s_now, "Other.Tests", ("Other.Tests.Third", "Failed"));
        Results("results/shop.trx", s_now.AddHours(1), (First, "Passed"), (Second, "Passed"));

        Assert.Contains("  A-1  we write to you", Call.Policy(_folder.Path, "trace --results results").MustExit(1).Lines);
    }

    // Built for release now: the same tests, elsewhere.
    [Fact]
    public void An_assembly_that_was_built_into_another_folder_since_is_the_same()
    {
        Results("results/then.trx", s_now, (First, "Passed"), (Second, "Passed"));
        Assembly("Shop.Tests", tests => tests.Class("Shop.Tests", "", methods: ["First A-1", "Second A-2"]), "release");
        Results(
            "results/now.trx", $"<Times start=\"{s_now.AddHours(1):O}\" finish=\"{s_now.AddHours(1):O}\" />", PathOf("Shop.Tests", "release"),
            (First, "Passed"), (Second, "Passed"));

        Call.Policy(_folder.Path, "trace --results results").MustExit(0);
    }

    [Theory]
    [InlineData("Shop.OnSqlite.First Shop.OnPostgreSql.First", 0)]
    [InlineData("Shop.OnSqlite.First", 1)]
    public void A_test_of_an_abstract_class_runs_in_those_that_are_derived_from_it(string passed, int exit)
    {
        Assembly("Shop.Tests", tests =>
        {
            var both = tests.Class("Shop.OnEach", "A-1", isAbstract: true, methods: ["First A-2", "-Help"]);
            tests.Class("Shop.OnSqlite", "", both);
            tests.Class("Shop.OnPostgreSql", "", both);
        });
        Results("one.trx", [.. passed.Split(' ').Select(test => (test, "Passed"))]);

        Call.Policy(_folder.Path, "trace --results one.trx").MustExit(exit);
    }

    [Fact]
    public void Results_of_another_machine_are_read_with_the_assemblies_that_came_with_them()
    {
        const string there = @"C:\agent\work\Shop.Tests.dll";
        Results("one.trx", $"<Times start=\"{s_now.AddDays(-1):O}\" finish=\"{s_now.AddDays(-1):O}\" />", there, (First, "Passed"), (Second, "Passed"));
        Assert.Contains("--test-assemblies", Call.Policy(_folder.Path, "trace --results one.trx").MustExit(2).Error, StringComparison.Ordinal);

        Call.Policy(_folder.Path, "trace --results one.trx --test-assemblies bin").MustExit(0);

        // A copy of it is the same, and one that was built from other sources is not.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "bin", "copy"));
        File.Copy(PathOf("Shop.Tests"), PathOf("Shop.Tests", "bin/copy"));
        Call.Policy(_folder.Path, "trace --results one.trx --test-assemblies bin").MustExit(0);
        Assembly("Shop.Tests", tests => tests.Class("Shop.Tests", "", methods: ["First A-1"]), "bin/copy");
        Assert.Contains("differ", Call.Policy(_folder.Path, "trace --results one.trx --test-assemblies bin").MustExit(2).Error, StringComparison.Ordinal);
        var call = Call.Policy(_folder.Path, "trace --results one.trx --test-assemblies bin/copy").MustExit(1);
        Assert.Contains("No result file counts: run the tests again.", call.Lines);
    }

    /// <summary>What is inherited from another assembly stands there: that it is not in this one makes nothing of it stale.</summary>
    [Fact]
    public void A_test_that_is_inherited_from_another_assembly_leaves_no_results_out()
    {
        Assembly("Shop.Tests", tests => tests.Class("Shop.Tests", "", typeof(EventArgs), methods: ["First A-1", "Second A-2"]));
        Results("one.trx", (First, "Passed"), (Second, "Passed"), ("Shop.Tests.FromElsewhere", "Passed"));

        Call.Policy(_folder.Path, "trace --results one.trx --test-assemblies bin").MustExit(0);
    }

    [Fact]
    public void An_open_generic_class_has_no_test_that_could_run()
    {
        Assembly("Shop.Tests", tests =>
        {
            tests.Class("Shop.Tests", "", methods: ["First A-1", "Second A-2"]);
            tests.Class("Shop.Checks`1", "A-1", methods: ["Each"]);
        });
        Results("one.trx", (First, "Passed"), (Second, "Passed"));

        Call.Policy(_folder.Path, "trace --results one.trx").MustExit(0);
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

    private void Assembly(string name, Action<TestAssembly> fill, string folder = "bin")
    {
        var assembly = new TestAssembly(name);
        fill(assembly);
        assembly.Save(PathOf(name, folder));
    }

    private string PathOf(string assembly, string folder = "bin") => Path.Combine(_folder.Path, folder, assembly + ".dll");

    private void Results(string file, params (string Test, string Outcome)[] tests) => Results(file, "", PathOf("Shop.Tests"), tests);

    private void Results(string file, DateTimeOffset from, params (string Test, string Outcome)[] tests) =>
        Results(file, from, "Shop.Tests", tests);

    // A run of a minute.
    private void Results(string file, DateTimeOffset from, string assembly, params (string Test, string Outcome)[] tests) =>
        Results(file, $"<Times start=\"{from:O}\" finish=\"{from.AddMinutes(1):O}\" />", PathOf(assembly), tests);

    // A test is called by its class and method, and a row of a theory has its values behind that.
    private void Results(string file, string times, string assembly, params (string Test, string Outcome)[] tests) =>
        _folder.Write(file, $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              {times}
              <Results>
                {string.Join('\n', tests.Select((test, id) =>
                    $"<UnitTestResult testId=\"{id}\" testName=\"{test.Test}\" outcome=\"{test.Outcome}\" />"))}
              </Results>
              <TestDefinitions>
                {string.Join('\n', tests.Select((test, id) => (Id: id, Words: test.Test.Split('(')[0].Split('.'))).Select(test =>
                    $"<UnitTest id=\"{test.Id}\"><TestMethod codeBase=\"{assembly}\" className=\"{string.Join('.', test.Words[..^1])}\" name=\"{test.Words[^1]}\" /></UnitTest>"))}
              </TestDefinitions>
            </TestRun>
            """);
}
