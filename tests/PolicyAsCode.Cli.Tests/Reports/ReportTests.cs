using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyAsCode.Cli.Tests.Sarif;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Cli.Tests.Reports;

/// <summary>What <c>policy report</c> writes, of a small policy, of a hostile one, and of the five.</summary>
public sealed class ReportTests : IDisposable
{
    private const string Policy =
        """
        policy: shop
        version: 3
        effective: 2024-06-01
        review-by: 2027-06-01
        controller: { name: Corner Shop, email: privacy@shop.example, region: ID, time-zone: Asia/Jakarta }
        subjects:
          customer: { clause: S-1 }
        data:
          contact.email:
            of: customer
            clause: S-1
            for: [communication, promotion]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: redacted-in-logs
          transaction.order:
            of: customer
            clause: S-1
            for: communication
            keep: { origin: decision, at-least: 10 years, because: tax law, from: order-placed, then: anonymise }
        purposes:
          communication: { clause: S-2, basis: contract }
          promotion: { clause: S-2, basis: consent, opt-out: every-message }
        recipients:
          email-provider:
            clause: S-3
            role: processor
            contract: processing agreement
            region: US
            safeguard: standard-contractual-clauses
            receives: contact.email
            for: promotion
        never:
          - { clause: S-3, action: sell }
        measures:
          - { clause: S-4, measure: Doors are locked., owner: Legal, review-by: 2026-12-02 }
        waivers:
          - { rule: PAC5001, at: Shop.Mailer.*, because: the old mailer, approved-by: Ana, until: 2026-12-22 }
        """;

    private const string Notice =
        """
        notice: shop
        clauses:
          S-1: { says: collects e-mail and orders, kept-by: analyzer }
          S-2: { says: to write to you, kept-by: analyzer }
          S-3: { says: shares with providers and sells nothing, kept-by: analyzer }
          S-4: { says: locks its doors, kept-by: organisation }
          S-9: { says: forgets you, kept-by: generated-code }
        """;

    private readonly TemporaryFolder _folder = new();

    public ReportTests()
    {
        _folder.Write("policies/shop.policy.yaml", Policy);
        _folder.Write("policies/shop.notice.yaml", Notice);
    }

    public static TheoryData<string> Five => ["alpokat", "botbelanja", "jova-pos", "ochat", "ocis"];

    [Fact]
    public void The_page_has_all_that_an_officer_asks_for()
    {
        var page = Report("");

        Assert.Contains("<h1>Corner Shop</h1>", page, StringComparison.Ordinal);
        Assert.Contains("collects 2 kinds of personal data of people (customer), uses it for 2 purposes, and hands some of it to 1 kind of recipient.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>kinds of personal data</dt><dd>2</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>kind of recipient</dt><dd>1</dd>", page, StringComparison.Ordinal);
        Assert.Contains("clauses of its notice, some are kept: ", page, StringComparison.Ordinal);
        Assert.Contains("; 1 still open.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0 by ", page, StringComparison.Ordinal);
        Assert.Contains("United States, by standard contractual clauses", page, StringComparison.Ordinal);
        Assert.Contains("<h3>After: last purchase</h3>", page, StringComparison.Ordinal);
        Assert.Contains("10 years, as a law asks", page, StringComparison.Ordinal);
        Assert.Contains("S-9 is promised and stated nowhere: forgets you", page, StringComparison.Ordinal);
        Assert.Contains("Never sell any personal data", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-12-22\">22 December 2026</time>", page, StringComparison.Ordinal);
        Assert.Contains("E-mail address: 2 years after: last purchase", page, StringComparison.Ordinal);
        // Each clause, with what keeps it: rules by their titles, people by their names.
        Assert.Matches("<tr id=\"clause-S-1\" data-state=\"good\">(?s:.*?)PAC3001(?s:.*?)</tr>", page);
        Assert.Matches("<tr id=\"clause-S-4\" data-state=\"people\">(?s:.*?)Legal(?s:.*?)</tr>", page);
        Assert.Matches("<tr id=\"clause-S-9\" data-state=\"bad\">", page);
        Assert.Contains("<div id=\"rule-PAC3001\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_counted_only_where_a_day_is_named()
    {
        Assert.DoesNotContain("days left", Report(""), StringComparison.Ordinal);

        var page = Report(" --as-of 2026-11-22");

        Assert.Contains("10 days left", page, StringComparison.Ordinal);
        Assert.Contains("30 days left", page, StringComparison.Ordinal);
        Assert.Contains("lewat 9 hari", Report(" --as-of 2026-12-31 --language id"), StringComparison.Ordinal);
    }

    /// <summary>Beside the measures themselves, clauses and decisions say which measure states them.</summary>
    [Theory]
    [InlineData("html", "en", "Doors are locked.", "Pintu dikunci.")]
    [InlineData("html", "id", "Pintu dikunci.", "Doors are locked.")]
    [InlineData("markdown", "id", "measures: Pintu dikunci.", "Doors are locked.")]
    [InlineData("json", "id", "Pintu dikunci.", "Doors are locked.")]
    [InlineData("markdown", "id", "- measures: Jendela ditutup.", "Windows are shut.")]
    public void A_measure_is_read_in_the_language_of_the_report(string format, string language, string said, string other)
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace(
            "- { clause: S-4, measure: Doors are locked.,",
            "- { origin: decision, measure: { en: Windows are shut., id: Jendela ditutup. }, owner: Legal, review-by: 2026-12-02 }\n"
                + "  - { clause: S-4, measure: { en: Doors are locked., id: Pintu dikunci. },", StringComparison.Ordinal));

        var report = Report($" --format {format} --language {language}");

        Assert.Contains(said, report, StringComparison.Ordinal);
        Assert.DoesNotContain(other, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("json")]
    public void A_contract_is_read_in_the_language_of_the_report(string format)
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace(
            "contract: processing agreement", "contract: { en: processing agreement, id: perjanjian pemrosesan }", StringComparison.Ordinal));

        var report = Report($" --format {format} --language id");

        Assert.Contains("perjanjian pemrosesan", report, StringComparison.Ordinal);
        Assert.DoesNotContain("processing agreement", report, StringComparison.Ordinal);
    }

    /// <summary>The number that somebody sees first is that of what the section lists; a right that is stated is not yet served.</summary>
    [Theory]
    [InlineData("jova-pos", "en", "things that want a look, notes among them: {0}</a></dt><dd>{0}</dd>")]
    [InlineData("jova-pos", "id", "hal yang perlu dilihat, di antaranya catatan: {0}</a></dt><dd>{0}</dd>")]
    public void What_wants_a_look_is_counted_as_it_is_listed(string policy, string language, string tile)
    {
        var page = Call.Policy(Repository.Root, $"report --policy {policy} --language {language}").MustExit(0).Out;

        var rows = Regex.Matches(page, "class=\"found-row\"><span class=\"badge").Count;
        Assert.NotEqual(0, rows);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, tile, rows), page, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "<dt>rights that are stated</dt>" : "<dt>hak yang dinyatakan</dt>", page, StringComparison.Ordinal);
    }

    /// <summary>GDPR Art. 30(1)(a): the officer is told from the controller also where both read the same mail.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("markdown")]
    public void The_register_begins_with_who_answers(string format)
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace(
            "region: ID,", "region: ID, officer: privacy@shop.example, representative: Ana,", StringComparison.Ordinal));

        Assert.Contains(
            "Corner Shop; privacy@shop.example; Data protection officer: privacy@shop.example; Representative in the Union: Ana",
            Report($" --format {format}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_says_nothing_twice_and_has_no_empty_column()
    {
        var report = Report(" --format markdown");

        Assert.Contains("- error, S-9 is promised and stated nowhere: forgets you\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("| Code |", report, StringComparison.Ordinal);
    }

    /// <summary>A purpose that a broader one states is registered with it, by name.</summary>
    [Theory]
    [InlineData("html", "Part of it: fraud prevention")]
    [InlineData("markdown", "part of it: fraud prevention")]
    [InlineData("csv", "part of it: fraud prevention")]
    [InlineData("json", "part of it: fraud prevention")]
    public void The_register_names_narrower_purposes(string format, string says) =>
        Assert.Single(Regex.Matches(
            Call.Policy(Repository.Root, $"report --policy jova-pos --language en --format {format}").MustExit(0).Out, Regex.Escape(says)));

    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("csv")]
    [InlineData("json")]
    public void The_same_files_give_the_same_bytes_in_every_culture(string format)
    {
        var first = Report($" --format {format}");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new() { NegativeSign = "!", NumberDecimalSeparator = "," } };
            Assert.Equal(first, Report($" --format {format}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Assert.DoesNotContain('\r', first);
        Assert.EndsWith("\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n", first[^2..], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_hostile_policy_becomes_markup()
    {
        const string attack = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>' onload='alert(1)' \\u202E";
        _folder.Write("policies/shop.policy.yaml", Policy
            .Replace("name: Corner Shop", $"name: \"{attack}\"")
            .Replace("contract: processing agreement", $"contract: \"{attack}\"")
            .Replace("Doors are locked.", $"\"{attack}\"")
            .Replace("because: tax law", "because: \"=cmd|' /C calc'!A0 <b> | `x` [a](javascript:b)\"")
            .Replace("owner: Legal", $"owner: \"{attack}\"")
            .Replace("because: the old mailer", $"because: \"{attack}\"")
            .Replace("approved-by: Ana", $"approved-by: \"{attack}\""));
        _folder.Write("policies/shop.notice.yaml", Notice.Replace("forgets you", $"\"{attack}\""));

        var page = Report("");
        var notice = Call.Policy(_folder.Path, "notice --format html").MustExit(0).Out;

        foreach (var html in new[] { page, notice })
        {
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotContain("onload='", html, StringComparison.Ordinal);
            Assert.DoesNotContain("</style></script>", html, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', html);
        }
        Assert.Single(Regex.Matches(page, "<script>"));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);

        foreach (var markdown in new[] { Report(" --format markdown"), Call.Policy(_folder.Path, "notice").MustExit(0).Out, Call.Policy(_folder.Path, "notice --differences").MustExit(1).Out })
            Assert.All(Regex.Matches(markdown, "<[^>]*>").Select(tag => tag.Value), tag => Assert.Matches("^<(a id=\"[A-Za-z0-9._-]+\"|/a)>$", tag));
        Assert.DoesNotContain("](javascript:", Report(" --format markdown"), StringComparison.Ordinal);
        // No cell begins a formula.
        Assert.DoesNotMatch("(^|,)\"?[=+@-]", Report(" --format csv"));
    }

    [Fact]
    public void The_page_refers_to_nothing_outside_and_lets_a_browser_run_nothing_but_its_own()
    {
        var page = Report("");

        Assert.All(Regex.Matches(page, "(?:href|src)=\"([^\"]*)\"").Select(link => link.Groups[1].Value), link => Assert.StartsWith("#", link));
        Assert.DoesNotContain("http", WithoutVocabulary(page), StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.Matches("default-src &#39;none&#39;; style-src &#39;sha256-[A-Za-z0-9+/=]+&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;; script-src &#39;sha256-", page);
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(id => id.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Regex.Matches(page, "href=\"#([^\"]+)\"").Select(link => link.Groups[1].Value), anchor => Assert.Contains(anchor, ids));
    }

    [Theory]
    [MemberData(nameof(Five))]
    public void The_five_have_their_report_in_every_format_and_language(string policy)
    {
        foreach (var language in new[] { "en", "id" })
        {
            string Of(string format) => Call.Policy(
                Repository.Root, $"report --policy {policy} --as-of 2026-11-22 --language {language} --format {format}").MustExit(0).Out;
            var page = Of("html");
            Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(@">(Report|Common|Titles|Csv)\.\w", page); // a key that has no words
            var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(id => id.Groups[1].Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.All(Regex.Matches(page, "href=\"#([^\"]+)\"").Select(link => link.Groups[1].Value), anchor => Assert.Contains(anchor, ids));
            foreach (var clause in Clauses(policy))
            {
                Assert.Contains($"id=\"clause-{clause}\"", page, StringComparison.Ordinal);
                Assert.Contains($"| {clause} |", Of("markdown"), StringComparison.Ordinal);
            }
            using var json = JsonDocument.Parse(Of("json"));
            Assert.Empty(Schema().MistakesIn(json.RootElement));
            Assert.Equal(json.RootElement.GetProperty("policies")[0].GetProperty("register").GetArrayLength() + 1, Of("csv").Split('\n').Length - 1);
        }
    }

    [Fact]
    public void Json_is_as_its_schema_says()
    {
        using var json = JsonDocument.Parse(Report(" --format json --as-of 2026-11-22"));

        Assert.Empty(Schema().MistakesIn(json.RootElement));
        var policy = json.RootElement.GetProperty("policies")[0];
        Assert.Equal("kept", policy.GetProperty("clauses")[0].GetProperty("state").GetString());
        Assert.Equal(30, policy.GetProperty("waivers")[0].GetProperty("daysLeft").GetInt32());
        Assert.Equal("2 years", policy.GetProperty("data")[0].GetProperty("kept").GetProperty("atMost").GetString());
    }

    [Fact]
    public void The_register_has_the_columns_that_the_law_wants()
    {
        var lines = Report(" --format csv").TrimEnd('\n').Split('\n');

        Assert.Equal(
            "Policy,Controller,Purpose,Ground,Categories of data subjects,Categories of personal data,Categories of recipients,"
            + "Transfers and safeguards,Time limits for erasure,Security measures,Clauses", lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"E-mail provider: United States, by standard contractual clauses\"", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",S-2", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_solution_it_shows_which_code_holds_what_and_what_nothing_is_about()
    {
        Built("Shop.Web.dll", "P:Shop.Customer.Email", "contact.email");

        var page = Call.Policy(_folder.Path, "report Shop.Web.dll").MustExit(0).Out;

        Assert.Contains("<code>Customer.Email</code>", page, StringComparison.Ordinal);
        Assert.Contains("PAC1025", page, StringComparison.Ordinal);
        Assert.Contains("No code of the solution", page, StringComparison.Ordinal);
        Assert.DoesNotContain("PAC1025", Report(""), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_of_tests_are_shown_at_their_clause()
    {
        _folder.Write("shop.trx",
            $"""
             <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
               <Results><UnitTestResult testId="1" testName="Shop.Is_red" outcome="Failed" /></Results>
               <TestDefinitions>
                 <UnitTest id="1"><TestMethod codeBase="{typeof(ReportTests).Assembly.Location}" className="{typeof(ReportTests).FullName}" name="{nameof(Names_a_clause)}" /></UnitTest>
               </TestDefinitions>
             </TestRun>
             """);

        var page = Report(" --results shop.trx");

        Assert.Contains("S-1: the test Shop.Is_red failed", page, StringComparison.Ordinal);
        Assert.Contains("S-3 is kept, and no test of code shows it", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"badge bad\">failed</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "S-1")]
    public void Names_a_clause() => Assert.NotEmpty(Policy);

    [Fact]
    public void A_folder_gets_a_page_for_each_policy()
    {
        _folder.Write("policies/other.policy.yaml", Policy.Replace("policy: shop", "policy: other"));

        var call = Call.Policy(_folder.Path, "report --to out/").MustExit(0);

        Assert.Equal(["Written: out/other.report.html", "Written: out/shop.report.html"], call.Lines);
        Assert.Equal(["other.report.html", "shop.report.html"], _folder.Files("out", "*"));
        Assert.Contains("Which policy", Call.Policy(_folder.Path, "report").MustExit(2).Error.Replace("which", "Which", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_categories_the_map_shows_groups()
    {
        GeneratedPolicy.Write(_folder, 500, 25);

        var page = Call.Policy(_folder.Path, "report --policy big").MustExit(0).Out;

        Assert.Contains("There are too many kinds of data to show each", page, StringComparison.Ordinal);
        Assert.Equal(500, Regex.Matches(page, "<tr id=\"data-").Count);
        Assert.InRange(Regex.Matches(page, "data-place=").Count, 30, 40);
        Assert.InRange(page.Length, 100_000, 3_000_000);
    }

    [Fact]
    public void Words_are_the_same_in_both_languages_and_all_of_them_are_told()
    {
        var catalog = new Language.Messages.MessageCatalog(typeof(PolicyAsCode.Reports.ReportFormat).Assembly);
        var english = catalog.In(Language.Messages.MessageLanguage.English);
        var indonesian = catalog.In(Language.Messages.MessageLanguage.Indonesian);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, one => Assert.Equal(Gaps(one.Value), Gaps(indonesian[one.Key])));

        var found = SourceSentences.In(SourceSentences.Parse(Repository.PathOf("src/PolicyAsCode.Reports")))
            .Select(node => $"{SourceSentences.PlaceOf(node)}: {node}");
        Assert.True(!found.Any(), string.Join("\n", found));
    }

    public void Dispose() => _folder.Dispose();

    internal static IEnumerable<string> Clauses(string policy) =>
        Regex.Matches(File.ReadAllText(Repository.PathOf($"policies/{policy}.notice.yaml")), @"^  ([A-Z]+-[0-9]+\.[0-9a-z]+):", RegexOptions.Multiline)
            .Select(clause => clause.Groups[1].Value);

    private static JsonSchema Schema() =>
        new(JsonDocument.Parse(File.ReadAllText(Repository.PathOf("schema/report.schema.json"))).RootElement);

    private static IEnumerable<string> Gaps(string sentence) =>
        Regex.Matches(sentence, @"\{\d+\}").Select(gap => gap.Value).Distinct().Order(StringComparer.Ordinal);

    private static string WithoutVocabulary(string page) => page.Replace("http-equiv", "", StringComparison.Ordinal);

    private string Report(string words) => Call.Policy(_folder.Path, "report" + words).MustExit(0).Out;

    private void Built(string path, string member, string category)
    {
        var assembly = new PersistedAssemblyBuilder(new(Path.GetFileNameWithoutExtension(path)), typeof(object).Assembly);
        assembly.DefineDynamicModule("all");
        assembly.SetCustomAttribute(new(
            typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!,
            [InventoryFile.Key, InventoryFile.Write(new(Path.GetFileNameWithoutExtension(path), "shop", 3)
            {
                Held = [new(member, [category]) { Subjects = ["customer"], IsStored = true }],
            })]));
        assembly.Save(_folder.PathOf(path));
    }
}
