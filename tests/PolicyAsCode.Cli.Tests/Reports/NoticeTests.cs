using System.Text.RegularExpressions;

namespace PolicyAsCode.Cli.Tests.Reports;

/// <summary>The notice that a policy stands for, and where a published one differs.</summary>
public sealed class NoticeTests : IDisposable
{
    private const string Policy =
        """
        policy: shop
        version: 1
        effective: 2024-06-01
        controller: { name: Corner Shop, email: privacy@shop.example, time-zone: UTC }
        subjects:
          customer: { clause: S-1 }
        data:
          contact.email: { of: customer, clause: S-1, for: promotion, keep: { origin: decision, for: 2 years, from: last-purchase, then: erase } }
        purposes:
          promotion: { clause: S-2, origin: decision, basis: consent, opt-out: every-message }
        never:
          - { origin: decision, action: sell }
        rights:
          access: { clause: S-3, origin: decision, promised: 30 days, within: 3 days, channels: email }
        acceptance: { clause: S-4, origin: decision, by: use, as-consent: false }
        """;

    private const string Published =
        """
        notice: shop
        language: id
        clauses:
          S-1: { says: collects e-mail }
          S-2: { says: to promote }
          S-3: { says: a copy within 30 days }
          S-4: { says: use counts as agreement }
        """;

    private readonly TemporaryFolder _folder = new();

    public NoticeTests()
    {
        _folder.Write("policies/shop.policy.yaml", Policy);
        _folder.Write("policies/shop.notice.yaml", Published);
    }

    public static TheoryData<string> Five => ReportTests.Five;

    [Fact]
    public void It_answers_what_people_ask_in_the_language_of_the_published_one()
    {
        var english = Notice(" --language en");

        Assert.StartsWith("# Privacy notice of Corner Shop\n", english);
        Assert.Contains("## Why do we use it, and on which ground?\n\n- <a id=\"S-2\"></a>Promotion. We use: e-mail address. We ask for your consent first, and you can take it back. Every message has a link by which you stop them. (S-2)\n", english, StringComparison.Ordinal);
        Assert.Contains("- E-mail address: at most 2 years after: last purchase; then it is erased.\n", english, StringComparison.Ordinal);
        Assert.Contains("- We never sell any personal data.\n", english, StringComparison.Ordinal);
        Assert.Contains("You can ask for a copy of your data. Ask us by: e-mail. We answer within 3 days after the request. (S-3)", english, StringComparison.Ordinal);
        Assert.StartsWith("# Pemberitahuan privasi Corner Shop\n", Notice(""));
        Assert.Equal(Notice(""), Notice(" --language id"));
    }

    /// <summary>A text that the policy gives in each language is read in that of the notice.</summary>
    [Theory]
    [InlineData("en", "- Perhaps e-mail address. (S-1)", "tax law keeps books", "hukum pajak")]
    [InlineData("id", "- Mungkin alamat surel. (S-1)", "hukum pajak", "tax law keeps books")]
    public void It_reads_as_one_text(string language, string optional, string because, string other)
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace(
            "clause: S-1, for: promotion, keep: { origin: decision, for: 2 years,",
            "clause: S-1, optional: true, for: promotion, keep: { origin: decision, for: 20 years, at-least: 10 years, "
                + "because: { en: tax law keeps books, id: hukum pajak },", StringComparison.Ordinal));

        var notice = Notice($" --language {language}");

        Assert.Contains(optional, notice, StringComparison.Ordinal);
        Assert.Contains(because, notice, StringComparison.Ordinal);
        Assert.DoesNotContain(other, notice, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Five))]
    public void Every_clause_of_the_five_has_its_place_in_both_languages_and_formats(string policy)
    {
        foreach (var language in new[] { "en", "id" })
        {
            var markdown = Call.Policy(Repository.Root, $"notice --policy {policy} --language {language}").MustExit(0).Out;
            var html = Call.Policy(Repository.Root, $"notice --policy {policy} --language {language} --format html").MustExit(0).Out;
            Assert.All(ReportTests.Clauses(policy), clause =>
            {
                Assert.Single(Regex.Matches(markdown, $"<a id=\"{Regex.Escape(clause)}\">"));
                Assert.Single(Regex.Matches(html, $" id=\"{Regex.Escape(clause)}\""));
            });
            Assert.DoesNotMatch(@"(Notice|Common)\.[A-Z]\w", markdown);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.Equal(html, Call.Policy(Repository.Root, $"notice --policy {policy} --language {language} --format html").Out);
            var asked = Regex.Matches(markdown, "^## ", RegexOptions.Multiline).Count;
            Assert.InRange(asked, policy == "botbelanja" ? 5 : 8, 12);
        }
    }

    [Fact]
    public void What_was_published_and_is_not_stated_and_the_other_way_round_is_listed()
    {
        _folder.Write("old/shop.notice.yaml", Published.Replace("  S-2: { says: to promote }\n", "") + "\n  S-9: { says: forgets you }\n");

        var list = Call.Policy(_folder.Path, "notice --language en --against old/shop.notice.yaml").MustExit(1).Out;

        Assert.Contains("Published, and not stated by the policy\n\n- <a id=\"S-9\"></a>Published: forgets you. (S-9)", list, StringComparison.Ordinal);
        Assert.Contains("Statements name S-2, and the list of clauses does not have it.", list, StringComparison.Ordinal);
        Assert.Contains("Access: published 30 days, served within 3 days, which is sooner. (S-3)", list, StringComparison.Ordinal);
        Assert.Contains("use counts as consent. The policy rests nothing on it. (S-4)", list, StringComparison.Ordinal);
        Assert.Contains("## Decided, and published nowhere\n", list, StringComparison.Ordinal);
        Assert.Contains("- We never sell any personal data.\n", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_clause_is_stated_the_list_is_well()
    {
        var list = Call.Policy(_folder.Path, "notice --language en --differences").MustExit(0).Out;

        Assert.Contains("has 4 clauses; 0 of them are not stated", list, StringComparison.Ordinal);
        Assert.DoesNotContain("## Published, and not stated by the policy", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policies/shop.policy.yaml", "is no list of clauses")]
    [InlineData("nowhere.notice.yaml", "nowhere.notice.yaml")]
    [InlineData("other.notice.yaml", "is the notice of 'other', not of 'shop'")]
    public void What_is_no_list_of_clauses_is_told(string file, string says)
    {
        _folder.Write("other.notice.yaml", Published.Replace("notice: shop", "notice: other"));

        Assert.Contains(says, Call.Policy(_folder.Path, $"notice --against {file}").MustExit(2).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Notice(string words) => Call.Policy(_folder.Path, "notice" + words).MustExit(0).Out;
}
