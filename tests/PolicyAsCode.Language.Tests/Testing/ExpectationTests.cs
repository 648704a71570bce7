using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Language.Tests.Testing;

/// <summary>PAC1020, and what a file of tests can ask. The policy is <see cref="Samples.Policy"/>.</summary>
public sealed class ExpectationTests
{
    private const string Path = "policies/corner-shop.tests.yaml";

    [Fact]
    public void What_the_policy_keeps_is_silent()
    {
        var compiled = Verify.Beside(Path, """
            tests: corner-shop
            expect:
              - { clause: SHOP-1.4, use: contact.email, for: promotion, given: consent, answer: allowed }
              - { clause: SHOP-1.4, use: contact.email, for: promotion, answer: refused }
              - { use: contact.email, for: communication, answer: allowed }
              - { use: contact.email, for: customer-support, of: customer, answer: allowed }
              - { use: contact.name, of: staff, for: transactions, answer: refused }
              - { use: contact.email, of: staff, for: communication, answer: unknown }
              - { use: contact.phone, for: communication, answer: unknown }
              - { use: transaction, for: research, answer: refused }
              - { disclose: transaction.purchase-history, to: research-partner, for: analysis, as: pseudonymised, answer: allowed }
              - { disclose: transaction.purchase-history, to: research-partner, for: analysis, answer: refused }
              - { disclose: contact.email, to: consented-party, for: promotion, given: consent, answer: allowed }
              - { disclose: contact.email, to: consented-party, for: promotion, answer: refused }
              - { disclose: contact.email, of: customer, to: consented-party, for: promotion, given: consent, answer: allowed }
              - { disclose: contact.email, of: staff, to: consented-party, for: promotion, given: consent, answer: unknown }
              - { collect: contact.email, answer: allowed }
              - { collect: contact.email, of: staff, answer: unknown }
              - { store: payment.card-number, answer: refused }
              - { store: account.password, answer: refused }
              - { log: contact.email, answer: refused }
              - { log: transaction.purchase-history, answer: allowed }
              - { sell: contact, answer: refused }
              - { rent: contact.email, answer: refused }
              - { trade: contact.email, to: consented-party, answer: refused }
              - { keep: contact.email, of: customer, for: 2 years, from: last-purchase, then: erase }
              - { keep: transaction.purchase-history, at-least: 10 years, then: anonymise }
              - { right: erasure, within: 30 business days }
              - { right: access, within: 60 business days }
            """);
        Assert.Equal(27, compiled.Tests.Length);
        Assert.All(PolicyTests.Run(compiled), result => Assert.True(result.Passed, result.Reason.ToString()));
    }

    [Fact]
    public void A_recipient_gets_nobody_s_data_that_may_not_be_used_so()
    {
        var compiled = PolicyCompiler.Compile(
        [
            PolicyCompiler.Parse("policies/shop.policy.yaml", """
                policy: shop
                controller: { name: Shop }
                subjects: { customer: { clause: S-1 }, staff: { clause: S-1 } }
                data:
                  contact.email:
                    - { clause: S-1, of: customer, for: promotion, keep: never-stored }
                    - { clause: S-1, of: staff, for: staff-administration, keep: never-stored }
                purposes: { promotion: { clause: S-1, basis: contract }, staff-administration: { clause: S-1, basis: contract } }
                recipients: { email-provider: { clause: S-1, receives: contact.email, for: promotion } }
                """),
            PolicyCompiler.Parse("policies/shop.tests.yaml", """
                tests: shop
                expect:
                  - { disclose: contact.email, to: email-provider, for: promotion, answer: allowed }
                  - { disclose: contact.email, of: customer, to: email-provider, for: promotion, answer: allowed }
                  - { disclose: contact.email, of: staff, to: email-provider, for: promotion, answer: refused }
                """),
        ], null, null);
        Assert.Empty(compiled.Diagnostics);
    }

    [Theory]
    [InlineData("use: contact.email, for: promotion, answer: allowed", "Expected: allowed. The policy's answer: refused, since this must be given first: consent [corner.policy.yaml:")]
    [InlineData("use: contact.email, for: promotion, given: consent, answer: refused", "allowed, since it grants this for contact.email [corner.policy.yaml:18]")]
    [InlineData("use: contact.email, for: transactions, answer: allowed", "contact.email is for communication, promotion only")]
    [InlineData("use: contact.phone, for: communication, answer: refused", "unknown, since it says nothing of contact.phone. Mend")]
    [InlineData("use: contact, for: communication, answer: refused", "contact.name is part of contact, and contact.name is allowed")]
    [InlineData("use: contact, for: communication, answer: unknown", "contact.name is part of contact, and contact.name is allowed")]
    [InlineData("use: transaction, for: research, answer: allowed", "a 'never' forbids it (action: use, data: transaction)")]
    [InlineData("use: contact.email, of: staff, for: communication, answer: allowed", "it says nothing of contact.email of staff")]
    [InlineData("disclose: transaction.purchase-history, to: research-partner, for: analysis, answer: allowed", "research-partner receives transaction for analysis only, as pseudonymised")]
    [InlineData("disclose: contact.email, to: consented-party, for: promotion, answer: allowed", "this must be given first: consent")]
    [InlineData("collect: device.id, answer: allowed", "it says nothing of device.id")]
    [InlineData("store: account.password, answer: allowed", "account.password is used and never stored")]
    [InlineData("log: contact.email, answer: allowed", "contact.email is for")]
    [InlineData("sell: contact.email, answer: allowed", "a 'never' forbids it (action: sell, data: *)")]
    [InlineData("keep: contact.email, for: 1 year", "contact.email is kept like this: for: 2 years, from: last-purchase, then: erase [corner.policy.yaml:")]
    [InlineData("keep: contact.email, of: staff, for: 1 year", "it says nothing of contact.email of staff. Mend")]
    [InlineData("right: erasure, within: 3 days", "a request for erasure is answered within 30 business days")]
    [InlineData("right: objection", "it names no right 'objection'")]
    public void What_it_does_not_is_told_at_its_line_with_the_line_that_decided(string asked, string message)
    {
        if (asked.StartsWith("log:", StringComparison.Ordinal))
            message = "Expected: allowed"; // a statement that redacts decided
        var comma = asked.IndexOf(", ", StringComparison.Ordinal);
        var (question, rest) = comma < 0 ? (asked, "") : (asked[..comma], asked[comma..]);
        Verify.Beside(Path, $"tests: corner-shop\nexpect:\n  - {{ {{|PAC1020:{question}|}}{rest} }}\n", message);
    }

    [Theory]
    [InlineData("- { {|PAC1006:for: promotion|}, answer: allowed }", "Start it with one of use, disclose, collect")]
    [InlineData("- {|PAC1006:use: contact.email|}\n    for: promotion", "no 'answer:'")]
    [InlineData("- {|PAC1006:use: contact.email|}\n    answer: allowed", "no 'for:'")]
    [InlineData("- { {|PAC1006:disclose: contact.email|}, for: promotion, answer: allowed }", "no 'to:'")]
    [InlineData("- { store: contact.email, {|PAC1002:fro|}: promotion, answer: allowed }", "no key of a question about storing")]
    [InlineData("- { use: {|PAC1004:contact.emial|}, for: promotion, answer: allowed }", "Did you mean 'contact.email'?")]
    [InlineData("- { use: contact.email, for: {|PAC1004:promotoin|}, answer: allowed }", "Did you mean 'promotion'?")]
    [InlineData("- { store: contact.email, answer: {|PAC1003:alowed|} }", "Did you mean 'allowed'?")]
    [InlineData("- { right: {|PAC1003:erasrue|} }", "Did you mean 'erasure'?")]
    [InlineData("- { keep: contact.email, for: {|PAC1003:as long as needed|} }", "a duration such as")]
    public void What_cannot_be_asked_is_told(string line, string message) =>
        Verify.Beside(Path, $"tests: corner-shop\nexpect:\n  {line}\n", message);

    [Fact]
    public void Tests_of_another_policy_are_not_its_own()
    {
        Assert.Empty(Verify.Beside("policies/other.tests.yaml", "tests: {|PAC1004:other|}\nexpect:\n  - { store: contact.email, answer: refused }\n").Tests);
        Verify.Beside("policies/corner-shop.tests.yaml", "tests: {|PAC1003:other|}\nexpect: []\n", "Write 'tests: corner-shop'");
    }

    [Fact]
    public void A_policy_that_could_not_be_read_whole_fails_no_test()
    {
        var compiled = PolicyCompiler.Compile(
            [
                PolicyCompiler.Parse("policies/corner-shop.policy.yaml", Samples.Policy.Replace("for: [communication, promotion]", "for: [communicatoin, promotion]", StringComparison.Ordinal)),
                PolicyCompiler.Parse(Path, "tests: corner-shop\nexpect:\n  - { use: contact.email, for: communication, answer: allowed }\n"),
            ], null, null);
        Assert.DoesNotContain(compiled.Diagnostics, mistake => mistake.Id == PolicyRules.TestFailed);
        Assert.Contains(compiled.Diagnostics, mistake => mistake.Id == PolicyRules.UnknownTerm);
    }

    [Fact]
    public void The_policy_says_how_loudly()
    {
        var compiled = PolicyCompiler.Compile(
            [
                PolicyCompiler.Parse("policies/corner-shop.policy.yaml", Samples.Policy.Replace("enforce: {", "enforce: { PAC1020: warning,", StringComparison.Ordinal)),
                PolicyCompiler.Parse(Path, "tests: corner-shop\nexpect:\n  - { store: contact.email, answer: refused }\n"),
            ], null, null);
        var failed = Assert.Single(compiled.Diagnostics, mistake => mistake.Id == PolicyRules.TestFailed);
        Assert.Equal(PolicySeverity.Warning, failed.Severity);
        Assert.Contains("Jawaban kebijakan: diizinkan", failed.MessageIn(MessageLanguage.Indonesian), StringComparison.Ordinal);
    }
}
