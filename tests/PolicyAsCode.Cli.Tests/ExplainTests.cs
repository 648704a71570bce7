using System.Text.Json;

namespace PolicyAsCode.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private const string Policy = """
        policy: shop
        version: 1
        effective: 2024-06-01
        review-by: 2027-06-01
        controller: { name: Corner Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }

        subjects:
          customer: { clause: SHOP-3.1 }
          staff: { origin: decision }

        data:
          contact.email:
            - of: customer
              clause: [SHOP-1.3, SHOP-1.4]
              for: [communication, promotion, security]
              keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            - of: staff
              origin: decision
              for: security
              keep: { for: 1 year, from: employment-ended, then: erase }
          transaction:
            of: customer
            clause: SHOP-1.5
            for: [analysis, promotion]
            keep: { origin: decision, for: 2 years, from: order-placed, then: anonymise }

        purposes:
          communication: { clause: SHOP-1.3, basis: contract }
          promotion: { clause: SHOP-1.4, origin: decision, basis: consent, opt-out: every-message }
          security: { origin: decision, basis: legitimate-interests }
          analysis: { clause: SHOP-1.5, origin: decision, basis: legitimate-interests }

        recipients:
          email-provider:
            clause: SHOP-2.1
            role: processor
            contract: processing agreement
            region: ID
            receives: contact.email
            for: communication
          research-partner:
            clause: SHOP-2.2
            role: processor
            contract: processing agreement
            region: ID
            receives: transaction
            as: pseudonymised
            for: analysis

        never:
          - { clause: SHOP-4.1, action: use, data: transaction.payment, for: promotion }

        """;

    private readonly TemporaryFolder _folder = new();

    public ExplainTests() => _folder.Write("policies/shop.policy.yaml", Policy);

    [Theory]
    [InlineData("contact.email communication", "allowed")]
    [InlineData("contact.email promotion", "allowed, with consent")]
    [InlineData("contact.email promotion --lang id", "diizinkan, dengan persetujuan")]
    [InlineData("contact.email promotion --given consent", "allowed: consent is given")]
    [InlineData("contact.email fraud-prevention", "allowed")]
    [InlineData("contact.email communication email-provider", "allowed")]
    [InlineData("transaction.order analysis research-partner", "allowed, pseudonymised only")]
    [InlineData("transaction.order analysis research-partner --as pseudonymised", "allowed")]
    public void What_is_allowed(string question, string answer)
    {
        var call = Explain(question).MustExit(0);

        Assert.Equal(answer, call.Lines[0]);
        Assert.Contains("shop.policy.yaml:", call.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact.email analysis", "refused: contact.email may not be used for analysis")]
    [InlineData("contact.email promotion --of staff", "refused: contact.email of staff may not be used for promotion")]
    [InlineData("contact.email promotion --of staff --lang id", "ditolak: contact.email milik staff tidak boleh digunakan untuk promotion")]
    [InlineData("transaction.payment promotion", "refused: the policy forbids it, whatever else it allows")]
    [InlineData("contact.email promotion email-provider", "refused: email-provider receives contact.email, but not for promotion")]
    [InlineData("transaction.order analysis email-provider", "refused: email-provider does not receive transaction.order")]
    [InlineData("contact.email communication acquirer", "refused: acquirer is no recipient of this policy; these are")]
    [InlineData("transaction.order analysis research-partner --as raw", "refused: research-partner gets transaction.order pseudonymised only")]
    public void What_is_refused(string question, string answer)
    {
        var call = Explain(question).MustExit(1);

        Assert.Equal(answer, call.Lines[0]);
        Assert.Contains("shop.policy.yaml:", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_policy_says_nothing_of_is_unknown()
    {
        var call = Explain("location.precise promotion").MustExit(1);

        Assert.Equal(["unknown: Corner Shop says nothing of location.precise, and what no line allows is forbidden"], call.Lines);
    }

    [Fact]
    public void The_lines_that_decided_are_shown_in_words_with_their_place_and_clause()
    {
        var call = Explain("contact.email promotion --of customer").MustExit(0);

        Assert.Equal(
            [
                "allowed, with consent",
                $"  shop.policy.yaml:{LineOf("- of: customer")}  contact.email of customer is used for communication, promotion, security",
                "                       [SHOP-1.3, SHOP-1.4]",
                $"  shop.policy.yaml:{LineOf("promotion: {")}  promotion rests on consent; every message has a way out [decision, beside",
                "                       SHOP-1.4]",
            ],
            call.Lines);
    }

    [Fact]
    public void A_narrower_purpose_is_said_to_be_part_of_the_broader() =>
        Assert.Contains("fraud-prevention is part of security [vocabulary]", Explain("contact.email fraud-prevention").Out, StringComparison.Ordinal);

    [Fact]
    public void A_prohibition_is_said_as_one() =>
        Assert.Contains("never use transaction.payment for promotion [SHOP-4.1]", Explain("transaction.payment promotion").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("contact.emial promotion", "'contact.emial' is no category of personal data of this vocabulary. Did you mean 'contact.email'?")]
    [InlineData("contact.email promotoin", "'promotoin' is no purpose of this vocabulary. Did you mean 'promotion'?")]
    [InlineData("email promotion", "'email' is no category of personal data of this vocabulary. Did you mean 'contact.email'?")]
    [InlineData("adress promotion", "Did you mean 'contact.address'?")]
    [InlineData("contact.email marketing", "Did you mean 'promotion'?")]
    [InlineData("contact.email promotion --of custmer", "'custmer' is no kind of person of this vocabulary. Did you mean 'customer'?")]
    [InlineData("promotion contact.email", "'promotion' is a purpose, and a category of personal data is expected there.")]
    [InlineData("contact.email", "PURPOSE is missing.")]
    [InlineData("contact.email promotion a b", "'b' is one word too many.")]
    [InlineData("contact.email promotion --policy shpo", "No policy is called 'shpo'. Did you mean 'shop'?")]
    [InlineData("contact.email promotion --as row", "--as does not take 'row'. Did you mean 'raw'?")]
    public void A_word_that_means_nothing_is_a_mistake_of_the_call(string question, string expected) =>
        Assert.Contains(expected, Explain(question).MustExit(2).Error, StringComparison.Ordinal);

    [Fact]
    public void Which_of_several_policies_is_meant_must_be_said()
    {
        _folder.Write("policies/kiosk.policy.yaml", Policies.Named("kiosk"));

        Assert.Contains("Which policy? Add --policy and one of: kiosk, shop.", Explain("contact.email promotion").MustExit(2).Error, StringComparison.Ordinal);
        Explain("contact.email promotion --policy kiosk").MustExit(0);
    }

    [Fact]
    public void A_base_is_no_second_policy_and_its_lines_are_shown_where_they_stand()
    {
        _folder.Write("policies/org.policy.yaml", """
            policy: org
            version: 1
            controller: { name: Org, email: privacy@org.example, time-zone: Asia/Jakarta }
            never:
              - { origin: decision, action: use, data: contact.email, for: analysis }

            """);
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("version: 1\n", "version: 1\nextends: org\n"));

        Assert.Contains("  org.policy.yaml:5  never use contact.email for analysis [decision]", Explain("contact.email analysis").MustExit(1).Lines);
    }

    [Fact]
    public void A_policy_with_mistakes_answers_and_says_so()
    {
        _folder.Write("policies/shop.policy.yaml", Policy.Replace("basis: contract", "basis: contrct"));

        var call = Explain("contact.email promotion").MustExit(0);

        Assert.StartsWith("note: the policy has 1 error,", call.Error);
    }

    [Fact]
    public void Json_holds_the_answer_and_the_lines()
    {
        using var json = JsonDocument.Parse(Explain("contact.email promotion --of customer --format json").MustExit(0).Out);
        var root = json.RootElement;

        Assert.Equal("allowed", root.GetProperty("outcome").GetString());
        Assert.Equal(["consent"], root.GetProperty("needs").EnumerateArray().Select(need => need.GetString()));
        Assert.Equal("policies/shop.policy.yaml", root.GetProperty("lines")[0].GetProperty("file").GetString());
        Assert.Equal(LineOf("- of: customer"), root.GetProperty("lines")[0].GetProperty("line").GetInt32());
    }

    public void Dispose() => _folder.Dispose();

    private Call Explain(string question) => Call.Policy(_folder.Path, "explain " + question);

    private static int LineOf(string text) => Policy[..Policy.IndexOf(text, StringComparison.Ordinal)].Count(one => one == '\n') + 1;
}
