namespace PolicyAsCode.Language.Tests.Mistakes;

/// <summary>Who reads that a part is missing reads of which clause it is a part.</summary>
public sealed class CitedClausesTests
{
    [Theory]
    [InlineData("recipients:\n  acquirer: { clause: S-7, receives: [contact, {|PAC1006:payment|}], for: promotion }", "below 'data:' as payment: { clause: …, for: …, keep: … }, or take it out here. [S-7]")]
    [InlineData("recipients:\n  acquirer: { clause: [S-7, S-8], receives: [contact, {|PAC1006:payment|}], for: promotion }", "[S-7, S-8]")]
    [InlineData("protection:\n  - { {|PAC1006:clause: S-2|}, standard: AES-256 }", "[S-2]")]
    [InlineData("rights:\n  access: { clause: S-3, {|PAC1006:extension|}: { explained: true } }", "[S-3]")]
    public void A_statement_with_a_clause_says_which(string section, string message) => Verify.Policy(
        Verify.Sections("""
            data:
              contact.email: { clause: S-1, of: customer, for: [communication, promotion], keep: { for: 2 years, from: collected, then: erase } }

            """ + section), message);

    [Fact]
    public void What_no_clause_is_behind_names_none() =>
        Assert.DoesNotContain("[", Assert.Single(Verify.Policy("{|PAC1006:policy|}: shop\n")).Message, StringComparison.Ordinal);
}
