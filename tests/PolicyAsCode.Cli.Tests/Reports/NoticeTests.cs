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
    [InlineData("en", "- We may collect: e-mail address. (S-1)", "tax law keeps books", "hukum pajak")]
    [InlineData("id", "- Kami dapat mengumpulkan: alamat surel. (S-1)", "hukum pajak", "tax law keeps books")]
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

    /// <summary>One channel of several is enough: the run time takes the first by which the person is reached.</summary>
    [Theory]
    [InlineData("en", "Ask us by: e-mail, telephone or the application. ", "We tell you by e-mail or SMS once it is done.")]
    [InlineData("id", "Mintalah lewat: surel, telepon, atau aplikasi. ", "Kami memberi tahu Anda lewat surel atau SMS setelah selesai.")]
    public void Of_several_channels_one_is_promised(string language, string asked, string told)
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace(
            "channels: email }", "channels: [email, phone, in-app], notify: [email, sms] }", StringComparison.Ordinal));

        var notice = Notice($" --language {language}");

        Assert.Contains(asked, notice, StringComparison.Ordinal);
        Assert.Contains(told, notice, StringComparison.Ordinal);
    }

    /// <summary>What data is used for, or handed on for, has its place also where a broader purpose states it.</summary>
    [Theory]
    [InlineData("jova-pos", "en", "- Security. Part of it: fraud prevention. ")]
    [InlineData("jova-pos", "id", "- Keamanan. Termasuk di dalamnya: pencegahan penipuan. ")]
    [InlineData("ochat", "en", "- Communication. Part of it: customer support. ")]
    public void A_narrower_purpose_is_named_under_the_one_that_states_it(string policy, string language, string says)
    {
        var notice = Call.Policy(Repository.Root, $"notice --policy {policy} --language {language}").MustExit(0).Out;

        Assert.Contains(says, notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Part of it: e-mail", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_of_no_personal_data_does_not_speak_of_any()
    {
        var english = Regex.Replace(
            Call.Policy(Repository.Root, "notice --policy botbelanja --language en").MustExit(0).Out, "<a id[^>]*></a>", "");
        var indonesian = Call.Policy(Repository.Root, "notice --policy botbelanja --language id").MustExit(0).Out;

        Assert.Contains("\nBotBelanja (Jakarta, Indonesia) answers for what this notice says.\n", english, StringComparison.Ordinal);
        Assert.Contains("- We collect nothing by which anybody can be identified. (BOT-1.a)\n", english, StringComparison.Ordinal);
        Assert.Contains("- We never collect any purchase history by which anybody can be identified. (BOT-1.b)\n", english, StringComparison.Ordinal);
        Assert.Contains("- We have no personal data that anybody else could get.\n", english, StringComparison.Ordinal);
        Assert.Contains("- All that we keep: encrypted on its way and only authorised people see it. (BOT-3.1, BOT-4.2)\n", english, StringComparison.Ordinal);
        Assert.Contains("You reach BotBelanja here. (BOT-6.1)", english, StringComparison.Ordinal);
        Assert.DoesNotContain("your data", english, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("all personal data", english, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data Anda", indonesian, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("semua data pribadi", indonesian, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Words that no reader stumbles over: one sentence on whose data it is, articles, and conditions as sentences.</summary>
    [Theory]
    [InlineData("ocis", "- This notice is about data of: user, visitor and applicant. (OCIS-1.1, OCIS-1.3, OCIS-1.4, OCIS-1.6)")]
    [InlineData("ocis", "- We never store any payment card number. (OCIS-1.2)")]
    [InlineData("ocis", "Not where you have had the use of your data restricted.")]
    [InlineData("ochat", "- We may collect: chat (of: customer), at: chat. (OCHAT-1.5, OCHAT-2.1, OCHAT-2.3)")]
    [InlineData("ochat", "- We never disclose any contact data to any provider of a language model.")]
    [InlineData("jova-pos", "Only with your consent.")]
    public void It_is_written_as_people_write(string policy, string says)
    {
        var notice = Call.Policy(Repository.Root, $"notice --policy {policy} --language en").MustExit(0).Out;

        Assert.Contains(says, Regex.Replace(notice, "<a id[^>]*></a>", ""), StringComparison.Ordinal);
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

    /// <summary>A term and its extension follow each other: what they come to together is what was published, or is not.</summary>
    [Theory]
    [InlineData("60 days", "served within 1 month, or up to 2 months more where a delay is explained, which is later.")]
    [InlineData("1 month", "served within 1 month, or up to 2 months more where a delay is explained, which is later.")]
    [InlineData("4 months", "served within 1 month, which is sooner.")]
    public void An_extension_counts(string promised, string said)
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace(
            "promised: 30 days, within: 3 days", $"promised: {promised}, within: 1 month, extension: {{ within: 2 months, explained: true }}"));
        Assert.Contains($"Access: published {promised}, {said}", Notice(" --language en --differences"), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_every_clause_is_stated_the_list_is_well()
    {
        var list = Call.Policy(_folder.Path, "notice --language en --differences").MustExit(0).Out;

        Assert.Contains("has 4 clauses; 0 of them are not stated", list, StringComparison.Ordinal);
        Assert.DoesNotContain("## Published, and not stated by the policy", list, StringComparison.Ordinal);
    }

    /// <summary>A long answer is given once, a clause has what was decided beside it alone, and more time than was published is told.</summary>
    [Fact]
    public void What_was_decided_is_told_once_and_where_it_belongs()
    {
        var jova = Call.Policy(Repository.Root, "notice --policy jova-pos --language en --differences").MustExit(0).Out;
        var ochat = Call.Policy(Repository.Root, "notice --policy ochat --language en --differences").MustExit(0).Out;

        Assert.Single(Regex.Matches(jova, "You can have your data erased. Ask us by"));
        Assert.Contains("  - You can have your data erased. (as under JOVA-3.1)\n", jova, StringComparison.Ordinal);
        Assert.Contains(
            "Erasure: published 30 business days, served within 30 business days, or up to 30 business days more where a delay is explained, "
                + "which is later.", jova, StringComparison.Ordinal);
        Assert.Contains("user name and password. The policy settles: (OCHAT-1.2)\n  - We never disclose any password or other secret.\n"
            + "  - We keep out of our logs: account data.\n- ", ochat, StringComparison.Ordinal);
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
