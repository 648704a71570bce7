using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>Notice files, and the clauses of statements against them (PAC1004, PAC1016).</summary>
public sealed class NoticeTests
{
    private const string PolicyPath = "policies/shop.policy.yaml";
    private const string NoticePath = "policies/shop.notice.yaml";

    private const string Policy = """
        policy: shop
        controller: { name: Shop }
        purposes:
          transactions: { clause: S-1.1, basis: contract }
        data:
          contact.email:
            clause: [S-1.1, S-1.2]
            for: transactions
            keep: { clause: S-2.1, for: 2 years, from: last-purchase, then: erase }
        """;

    private const string Notice = """
        notice: shop
        language: id
        file: shop.txt
        published: 2024-06-01
        clauses:
          S-1.1: { says: handles orders, kept-by: analyzer }
          S-1.2: { says: sends e-mail, kept-by: [organisation, policy, generated-code] }
          S-2.1: {}
        """;

    /// <summary>What a clause says can be told in each language; what a policy lacks is then told in the reader's.</summary>
    [Fact]
    public void A_clause_is_read_in_each_language()
    {
        var compiled = Verify.Together(
            (PolicyPath, Policy.Replace("[S-1.1, S-1.2]", "S-1.1", StringComparison.Ordinal)),
            (NoticePath, Notice.Replace("S-1.2: { says: sends e-mail,", "{|PAC1016:S-1.2|}: { says: { en: sends e-mail, id: mengirim surel },",
                StringComparison.Ordinal)));

        Assert.Equal("sends e-mail", compiled.Notice!.Find("S-1.2")!.Says!.In(MessageLanguage.English));
        Assert.Contains("mengirim surel", compiled.Diagnostics[0].MessageIn(MessageLanguage.Indonesian), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_is_read()
    {
        var notice = Verify.Together((PolicyPath, Policy), (NoticePath, Notice)).Notice!;
        Assert.True(notice is { Policy: "shop", Language: "id", File: "shop.txt" });
        Assert.Equal(new(2024, 6, 1), notice.Published);
        Assert.Equal(["S-1.1", "S-1.2", "S-2.1"], notice.Clauses.Select(clause => clause.Id));
        Assert.Equal([Keeper.Organisation, Keeper.Policy, Keeper.GeneratedCode], notice.Find("S-1.2")!.KeptBy);
        Assert.Equal("handles orders", notice.Find("S-1.1")!.Says!.In(MessageLanguage.Indonesian));
        Assert.Null(notice.Find("S-9"));
    }

    [Fact]
    public void Without_a_notice_clauses_are_free()
    {
        Assert.Null(Verify.Together((PolicyPath, Policy)).Notice);
    }

    [Fact]
    public void A_clause_that_the_notice_lacks_is_answered_with_the_one_that_was_meant()
    {
        var compiled = Verify.Together(
            (PolicyPath, Policy.Replace("[S-1.1, S-1.2]", "[S-1.1, {|PAC1004:S-1.22|}, S-1.2]", StringComparison.Ordinal)),
            (NoticePath, Notice));
        Assert.Contains("Did you mean 'S-1.2'?", compiled.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_is_looked_for_also_in_a_statement_that_cannot_be_bound()
    {
        Verify.Together(
            (PolicyPath, Policy + "\nrecipients:\n  {|PAC1004:acquierer|}: { clause: {|PAC1004:X-9|}, receives: contact, for: transactions }"),
            (NoticePath, Notice));
    }

    [Fact]
    public void A_clause_that_no_statement_names_is_reported_where_the_notice_has_it()
    {
        var compiled = Verify.Together(
            (PolicyPath, Policy),
            (NoticePath, Notice + "\n  {|PAC1016:S-3|}: { says: data is erased, kept-by: generated-code }"));
        Assert.Contains("promises S-3 (data is erased)", compiled.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("menjanjikan S-3", compiled.Diagnostics[0].MessageIn(Language.Messages.MessageLanguage.Indonesian), StringComparison.Ordinal);

        Verify.Together(
            (PolicyPath, Policy + "\nmeasures:\n  - { clause: S-3, measure: we erase, owner: Legal, review-by: 2027-01-01 }"),
            (NoticePath, Notice + "\n  S-3: { says: data is erased, kept-by: generated-code }"));
    }

    [Fact]
    public void An_officer_may_start_with_clauses_that_are_only_observed()
    {
        var compiled = Verify.Together(
            (PolicyPath, Policy + "\nenforce: { PAC1016: observe until 2027-01-31 }"),
            (NoticePath, Notice + "\n  {|PAC1016:S-3|}: { says: data is erased }"));
        Assert.Equal(PolicySeverity.Observe, compiled.Diagnostics[0].Severity);
    }

    [Fact]
    public void A_notice_of_another_policy_says_nothing_of_this_one()
    {
        var compiled = Verify.Together(
            (PolicyPath, Policy), ("policies/other.notice.yaml", Notice.Replace("notice: shop", "notice: {|PAC1004:other|}", StringComparison.Ordinal)));
        Assert.Null(compiled.Notice);
    }

    [Theory]
    [InlineData("notice: {|PAC1003:other|}\nclauses: { S-1.1: {}, S-1.2: {}, S-2.1: {} }")]
    [InlineData("{|PAC1006:language|}: id\nclauses: { S-1.1: {}, S-1.2: {}, S-2.1: {} }")]
    [InlineData("{|PAC1006:notice|}: shop")]
    [InlineData("notice: shop\nclauses: { S-1.1: {}, S-1.2: {}, S-2.1: {}, {|PAC1005:S-2.1|}: {} }")]
    [InlineData("notice: shop\nclauses: { S-1.1: {}, S-1.2: {}, S-2.1: {}, {|PAC1003:clause one|}: {} }")]
    [InlineData("notice: shop\nclauses: { S-1.1: {}, S-1.2: {}, S-2.1: { kept-by: {|PAC1003:analyser|} } }")]
    [InlineData("notice: shop\nclauses: { S-1.1: {}, S-1.2: {}, S-2.1: { {|PAC1002:keptby|}: analyzer } }")]
    [InlineData("notice: shop\npublished: {|PAC1003:June|}\nclauses: { S-1.1: {}, S-1.2: {}, S-2.1: {} }")]
    public void A_mistake_of_a_notice_file_is_reported(string notice)
    {
        Verify.Together((PolicyPath, Policy), (NoticePath, notice));
    }

    [Fact]
    public void A_second_notice_of_a_policy_is_reported()
    {
        Verify.Together(
            (PolicyPath, Policy), (NoticePath, "notice: {|PAC1005:shop|}\nclauses: { S-1.1: {} }"),
            ("policies/old.notice.yaml", Notice));
    }
}
