namespace PolicyAsCode.Language.Tests;

/// <summary>Five different mistakes are five errors, each at its place, each with a way to mend it.</summary>
public sealed class FiveMistakesTests
{
    [Fact]
    public void Five_mistakes_of_meaning_show_at_once() => Verify.Policy("""
        policy: shop
        controller: { name: Shop }
        data:
          {|PAC1007:contact.email|}:
            clause: [S-1.3, S-1.4]
            of: customer
            for: [communication, {|PAC1004:promotoin|}]
          contact.phone:
            clause: S-1.3
            {|PAC1002:purpose|}: communication
            for: communication
            keep: { for: {|PAC1007:as long as necessary|}, from: last-purchase, then: erase }
        subjects:
          customer: { clause: S-1.3 }
        purposes:
          {|PAC1008:communication|}: { clause: S-1.3 }
        """,
        "'promotoin' is no purpose of this vocabulary. Did you mean 'promotion'?",
        "'contact.email' says for what it is used, but not how long it is kept. Add 'keep:', for example: keep: { for: 2 years, from: last-purchase, then: erase }",
        "'purpose' is no key of a statement on data.",
        "'as long as necessary' leaves open for what it is needed, and when that ends.",
        "'communication' has no lawful basis. Add 'basis:' with one of 'consent', 'contract'");

    [Fact]
    public void Mistakes_of_syntax_hide_neither_each_other_nor_mistakes_of_meaning() => Verify.Policy("""
        policy: shop
        controller: { name: Shop }
        data:
          contact.email:
            clause: S-1.3
            for: {|PAC1001:[|}communication, promotion
            keep: { for: 2 years, from: {|PAC1004:last-purchas|}, then: erase }
          contact.phone:
            {|PAC1001:clause: S-1: 3|}
            for: communication
            keep: { for: {|PAC1007:forever|}, from: last-purchase, then: erase }
          contact.name:
            clause: {|PAC1001:"|}S-1.3
            for: communication
            keep: never-stored
        purposes:
          communication: { clause: S-1.3, basis: contract }
        """,
        "Add ']' at its end.", "second ':'", "Add \" at its end.", "Did you mean 'last-purchase'?", "'forever' is no end");

    [Fact]
    public void Each_of_them_is_an_error_with_line_and_column()
    {
        var mistakes = Verify.Policy("{|PAC1006:policy|}: shop\n", "The policy has no 'controller:'.");
        Assert.Equal("policies/shop.policy.yaml(1,1,1,7)", Assert.Single(mistakes).Location.ToString());
        Assert.Equal(PolicySeverity.Error, mistakes[0].Severity);
    }
}
