using System.Text;
using System.Text.Json;

namespace PolicyAsCode.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_clean_policy_is_clean()
    {
        Shop(Policies.Clean);

        Assert.Equal(["1 policy checked: no mistakes."], Check("check").MustExit(0).Lines);
    }

    [Fact]
    public void Every_mistake_is_shown_where_it_is_as_compilers_do()
    {
        var marked = Markup.Parse(Policies.FiveMistakes);
        Shop(marked.Text);

        var call = Check("check policies").MustExit(1);

        var found = new BuildResult(call.ExitCode, call.Out).Findings;
        Assert.Equal(marked.Places, found.Select(one => one.Place));
        Assert.All(found, one => Assert.Equal("policies/shop.policy.yaml", one.File));
        Assert.Contains("Did you mean 'promotion'?", call.Out, StringComparison.Ordinal);
        Assert.Equal("1 policy checked: 5 errors, 0 warnings, 0 notes.", call.Lines[^1]);
    }

    [Fact]
    public void A_file_is_read_with_what_lies_beside_it_and_nothing_of_other_folders()
    {
        _folder.Write("shop.policy.yaml", Policies.Clean);
        _folder.Write("elsewhere/other.policy.yaml", "not: [readable");
        _folder.Write("elsewhere/short.policy.yml", "");

        Assert.Equal(["1 policy checked: no mistakes."], Check("check shop.policy.yaml").MustExit(0).Lines);
        Check("check .").MustExit(2);
    }

    [Fact]
    public void It_is_told_in_Indonesian_where_asked_for()
    {
        Shop(Markup.Parse(Policies.FiveMistakes).Text);

        var call = Check("check --lang id").MustExit(1);

        Assert.Contains("Apakah maksud Anda 'promotion'?", call.Out, StringComparison.Ordinal);
        Assert.Equal("1 kebijakan diperiksa: 5 kesalahan, 0 peringatan, 0 catatan.", call.Lines[^1]);
    }

    [Fact]
    public void A_warning_fails_only_where_asked_for()
    {
        Shop(Policies.Clean.Replace("review-by: 2027-06-01", "review-by: 2026-06-01"));

        Assert.Contains(": warning PAC1012: ", Check("check").MustExit(0).Out, StringComparison.Ordinal);
        Assert.Contains(": error PAC1012: ", Check("check --warnings-as-errors").MustExit(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_is_the_clocks_unless_another_is_named()
    {
        Shop(Policies.Clean);

        Check("check").MustExit(0);
        Assert.Contains("PAC1012", Check("check --as-of 2027-06-02").MustExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_observed_is_a_note_and_no_failure()
    {
        Shop(Policies.Clean.Replace("review-by: 2027-06-01", "review-by: 2026-06-01") + "enforce: { PAC1012: observe }\n");

        var call = Check("check --warnings-as-errors").MustExit(0);

        Assert.Contains(": note PAC1012: ", call.Out, StringComparison.Ordinal);
        Assert.Contains("0 errors, 0 warnings, 1 note.", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_policy_of_a_folder_is_checked_or_the_one_that_is_named()
    {
        Shop(Policies.Clean);
        _folder.Write("policies/kiosk.policy.yaml", Policies.Named("kiosk").Replace("basis: contract", "basis: contrct"));

        Assert.Contains("2 policies checked: 1 error,", Check("check").MustExit(1).Out, StringComparison.Ordinal);
        Check("check --policy shop").MustExit(0);
        Check("check policies/shop.policy.yaml").MustExit(0);
        Check("check policies/kiosk.policy.yaml").MustExit(1);
        Assert.Contains("Did you mean 'kiosk'?", Check("check --policy kisok").MustExit(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_that_several_policies_share_is_told_once()
    {
        Shop(Policies.Clean);
        _folder.Write("policies/kiosk.policy.yaml", Policies.Named("kiosk"));
        _folder.Write("policies/vocabulary/own.yaml", "vocabulary: own\ncategoris: {}\n");

        var call = Check("check").MustExit(1);

        Assert.Single(new BuildResult(1, call.Out).Findings, found => found.File == "policies/vocabulary/own.yaml");
    }

    [Fact]
    public void The_nearest_folder_upward_is_taken_as_a_build_does()
    {
        Shop(Policies.Clean);
        _folder.Write("src/Shop/Shop.cs", "");

        Check("check", "src/Shop").MustExit(0);
        Check("check", "policies").MustExit(0);
    }

    [Fact]
    public void Json_holds_what_the_text_says()
    {
        var marked = Markup.Parse(Policies.FiveMistakes);
        Shop(marked.Text);

        using var json = JsonDocument.Parse(Check("check --format json").MustExit(1).Out);

        Assert.Equal(5, json.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal("2026-11-22", json.RootElement.GetProperty("asOf").GetString());
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(marked.Places, findings.Select(one =>
            $"({one.GetProperty("line")},{one.GetProperty("column")},{one.GetProperty("endLine")},{one.GetProperty("endColumn")}): {one.GetProperty("rule")}"));
        Assert.All(findings, one => Assert.Equal("error", one.GetProperty("severity").GetString()));
    }

    [Fact]
    public void Sarif_has_what_its_schema_requires_and_the_help_of_each_rule()
    {
        Shop(Markup.Parse(Policies.FiveMistakes).Text);

        using var sarif = JsonDocument.Parse(Check("check --format sarif").MustExit(1).Out);

        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("policy", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.All(rules, rule =>
        {
            var id = rule.GetProperty("id").GetString()!;
            Assert.StartsWith($"# {id}: {rule.GetProperty("shortDescription").GetProperty("text")}\n", rule.GetProperty("help").GetProperty("markdown").GetString());
            Assert.NotEmpty(rule.GetProperty("fullDescription").GetProperty("text").GetString()!);
            Assert.EndsWith($"/docs/rules/{id}.md", rule.GetProperty("helpUri").GetString());
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), new[] { "error", "warning", "note" });
        });
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(5, results.Count);
        Assert.All(results, result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Equal("error", result.GetProperty("level").GetString());
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.Equal("policies/shop.policy.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
            Assert.True(place.GetProperty("region").GetProperty("startColumn").GetInt32() >= 1);
        });
    }

    [Fact]
    public void A_clean_sarif_has_a_run_without_results()
    {
        Shop(Policies.Clean);

        using var sarif = JsonDocument.Parse(Check("check --format sarif").MustExit(0).Out);

        Assert.Equal(0, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void A_text_that_is_not_saved_is_checked_with_the_files_beside_it()
    {
        Shop(Policies.Clean);
        _folder.Write("policies/own.vocabulary.yaml", """
            vocabulary: own
            purposes:
              loyalty: { label: { en: Loyalty, id: Loyalitas }, definition: "Points and rewards." }
            """);
        var draft = Policies.Clean.Replace("for: communication\n", "for: loyalty\n") + "  loyalty: { clause: SHOP-1.5, basis: contract }\n";

        Assert.Contains("no mistakes", Typed(draft).MustExit(0).Out, StringComparison.Ordinal);
        Assert.StartsWith("policies/shop.policy.yaml(", Typed(draft.Replace("for: loyalty", "for: loylaty")).MustExit(1).Out);

        Call Typed(string text) =>
            Call.Policy(_folder.Path, ["check", "-", "--name", "policies/shop.policy.yaml"], typed: text);
    }

    [Theory]
    [InlineData("check polices", "There is no file or folder 'polices'. Did you mean 'policies'?")]
    [InlineData("check empty", "There is no policy in 'empty'.")]
    [InlineData("check empty/readme.txt", "'empty/readme.txt' is no policy file by its name.")]
    [InlineData("check --format yaml", "--format does not take 'yaml'. It takes: text, json, sarif.")]
    [InlineData("check --as-of tomorrow", "'tomorrow' is no day of the calendar.")]
    [InlineData("check --fromat json", "There is no option '--fromat'. Did you mean '--format'?")]
    [InlineData("check --policy", "--policy wants a value")]
    [InlineData("chekc", "'policy' has no command 'chekc'. Did you mean 'check'?")]
    [InlineData("check - policies", "stands alone")]
    [InlineData("check -", "Say which file standard input is")]
    [InlineData("check --name x.policy.yaml", "Add '-' as the path")]
    public void A_call_that_cannot_be_followed_says_what_would_mend_it(string words, string expected)
    {
        Shop(Policies.Clean);
        _folder.Write("empty/readme.txt", "");

        var call = Check(words).MustExit(2);

        Assert.Contains(expected, call.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", call.Error);
        Assert.Empty(call.Out);
    }

    [Theory]
    [InlineData("504B03041400", "is an office document or an archive (Word, Excel, ZIP)")]
    [InlineData("D0CF11E0A1B11AE1", "is an old office document (Word, Excel)")]
    [InlineData("255044462D312E370A25E2E3", "is a PDF")]
    [InlineData("FFFE70006F00", "is saved as UTF-16 ('Unicode'). Save it as UTF-8.")]
    public void What_only_looks_like_a_policy_by_its_name_is_called_what_it_is(string bytes, string what)
    {
        Shop(Policies.Clean);
        File.WriteAllBytes(_folder.PathOf("policies/old.policy.yaml"), [.. Convert.FromHexString(bytes), 0xFF, 0xFE]);

        Assert.Contains($"'policies/old.policy.yaml' {what}", Check("check").MustExit(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_named_with_its_line()
    {
        Shop(Policies.Clean);
        File.WriteAllBytes(_folder.PathOf("policies/old.policy.yaml"), Encoding.Latin1.GetBytes("policy: old\n# café\n"));

        Assert.Contains("'policies/old.policy.yaml' is not UTF-8 (line 2", Check("check").MustExit(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_ends_in_yml_is_not_passed_by()
    {
        Shop(Policies.Clean);
        _folder.Write("policies/kiosk.policy.yml", Policies.Named("kiosk"));

        Assert.Contains("kiosk.policy.yaml", Check("check").MustExit(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_are_marks_around_the_same_text()
    {
        Shop(Markup.Parse(Policies.FiveMistakes).Text);

        var plain = Call.Policy(_folder.Path, "check");
        var coloured = Call.Policy(_folder.Path, ["check"], hasColours: true);

        Assert.DoesNotContain("\e", plain.Out, StringComparison.Ordinal);
        Assert.Contains("\e[31merror PAC1004\e[0m", coloured.Out, StringComparison.Ordinal);
        Assert.Equal(plain.Out, System.Text.RegularExpressions.Regex.Replace(coloured.Out, "\e\\[[0-9]+m", ""));
    }

    [Theory]
    [InlineData(false, null, "xterm", true)]
    [InlineData(true, null, "xterm", false)]
    [InlineData(false, "1", "xterm", false)]
    [InlineData(false, "", "xterm", true)]
    [InlineData(false, null, "dumb", false)]
    public void Colours_are_for_terminals_whose_user_did_not_refuse_them(bool isRedirected, string? noColour, string terminal, bool expected) =>
        Assert.Equal(expected, Colours.AreWanted(isRedirected, noColour, terminal));

    public void Dispose() => _folder.Dispose();

    private void Shop(string policy) => _folder.Write("policies/shop.policy.yaml", policy);

    private Call Check(string words, string below = "") => Call.Policy(_folder.PathOf(below), words);
}
