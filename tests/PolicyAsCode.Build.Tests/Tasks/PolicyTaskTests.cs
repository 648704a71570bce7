using Microsoft.Build.Utilities;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Build.Tests;

/// <summary>What a task makes of trouble, and how it says what it found.</summary>
public sealed class PolicyTaskTests
{
    private readonly RecordingEngine _engine = new();

    [Fact]
    public void A_fault_of_ours_is_one_warning_in_a_plain_sentence_and_the_build_goes_on()
    {
        var task = new Stub(_ => throw new InvalidOperationException("No {0} elements.\n   at Some.Where()"));

        Assert.True(Run(task));
        var warning = Assert.Single(_engine.Warnings);
        Assert.Equal("PAC9004", warning.Code);
        Assert.StartsWith(
            "PolicyAsCode failed and nothing was tested: No {0} elements (InvalidOperationException).", warning.Message);
        Assert.DoesNotContain("\n", warning.Message);
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void A_finding_keeps_its_place_counted_from_one_its_help_and_its_braces()
    {
        TextRange range = new(new(11, 25), new(11, 34), Offset: 300, Length: 9);

        Assert.False(Run(new Stub(report => report(PolicySeverity.Error, range, "keep: { for: 2 years } {0}"))));
        var error = Assert.Single(_engine.Errors);
        Assert.Equal(("PAC1004", "shop.policy.yaml"), (error.Code, error.File));
        Assert.Equal((12, 26), (error.LineNumber, error.ColumnNumber));
        Assert.Equal((12, 35), (error.EndLineNumber, error.EndColumnNumber));
        Assert.Equal("keep: { for: 2 years } {0}", error.Message);
        Assert.EndsWith("docs/rules/PAC1004.md", error.HelpLink);
    }

    [Theory]
    [InlineData(PolicySeverity.Warning, 1, 0)]
    [InlineData(PolicySeverity.Observe, 0, 1)]
    public void What_is_no_error_fails_nothing(PolicySeverity severity, int warnings, int messages)
    {
        Assert.True(Run(new Stub(report => report(severity, default, "Said."))));
        Assert.Equal((warnings, messages), (_engine.Warnings.Count, _engine.Messages.Count));
    }

    [Fact]
    public void A_missing_file_is_the_users_error_and_names_it()
    {
        using var folder = new TemporaryFolder();
        var missing = folder.PathOf("gone.policy.yaml");

        Assert.False(Run(Check(missing)));
        var error = Assert.Single(_engine.Errors);
        Assert.Equal((missing, "PAC1001"), (error.File, error.Code));
        Assert.StartsWith("This file does not exist.", error.Message);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_the_users_error()
    {
        using var folder = new TemporaryFolder();
        var path = Directory.CreateDirectory(folder.PathOf("shop.policy.yaml")).FullName;

        Assert.False(Run(Check(path)));
        Assert.Equal(path, Assert.Single(_engine.Errors).File);
    }

    [Fact]
    public void A_file_whose_name_says_nothing_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.False(Run(Check(folder.Write("shop.yml", "policy: shop"))));
        Assert.Contains("NAME.policy.yaml", Assert.Single(_engine.Errors).Message);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_the_users_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("obj", "a file where a folder should be");
        var task = new WriteTerms { Output = folder.PathOf("obj/PolicyTerms.g.cs"), Stamp = folder.PathOf("obj/x.stamp") };

        Assert.False(Run(task));
        Assert.Contains("cannot be written", Assert.Single(_engine.Errors).Message);
    }

    [Fact]
    public void Dates_of_a_policy_that_cannot_be_read_are_none_and_the_check_says_why()
    {
        using var folder = new TemporaryFolder();
        var task = new WritePolicyDates
        {
            Files = [new TaskItem(folder.PathOf("gone.policy.yaml"))],
            Policy = "gone",
            Today = "2026-11-22",
            Output = folder.PathOf("obj/gone.policy-dates"),
            Stamp = folder.PathOf("obj/1.policy-dates-stamp"),
        };

        Assert.True(Run(task));
        Assert.Equal("0001-01-01\n", File.ReadAllText(task.Output));
        Assert.Equal(["gone.policy-dates"], folder.Files("obj", "*"));
    }

    [Theory]
    [InlineData("2026-11-22", "2024-06-01")]
    [InlineData("2027-06-01", "2024-06-01")]
    [InlineData("2027-06-02", "2027-06-02")]
    [InlineData("2020-01-01", "0001-01-01")]
    public void The_dates_file_holds_the_last_day_on_which_a_date_passed(string today, string passed)
    {
        using var folder = new TemporaryFolder();
        var task = new WritePolicyDates
        {
            Files = [new TaskItem(folder.Write("shop.policy.yaml", Policies.Clean))],
            Policy = "shop",
            Today = today,
            Output = folder.PathOf("obj/shop.policy-dates"),
            Stamp = folder.PathOf("obj/1.policy-dates-stamp"),
        };

        Assert.True(Run(task));
        Assert.Equal(passed + "\n", File.ReadAllText(task.Output));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("22/11/2026")]
    public void A_day_that_is_none_says_how_to_write_one(string day)
    {
        using var folder = new TemporaryFolder();
        var task = Check(folder.Write("shop.policy.yaml", "policy: shop"));
        task.Today = day;

        Assert.False(Run(task));
        var error = Assert.Single(_engine.Errors);
        Assert.Contains($"'{day}'", error.Message);
        Assert.Contains("such as 2026-11-22", error.Message);
    }

    private static CheckPolicies Check(string path) =>
        new() { Files = path, Policy = "shop", Today = "2026-11-22" };

    private bool Run(PolicyTask task)
    {
        task.BuildEngine = _engine;
        return task.Execute();
    }

    private delegate void Say(PolicySeverity severity, TextRange range, string message);

    private sealed class Stub(Action<Say> run) : PolicyTask
    {
        private protected override Message Loss => Message.Verbatim("nothing was tested");

        private protected override void Run() =>
            run((severity, range, message) => Report(severity, "PAC1004", "shop.policy.yaml", range, message));
    }
}
