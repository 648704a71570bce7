using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>Mistakes in bindings files.</summary>
public sealed class BindingsTests
{
    [Theory]
    [InlineData("namespaces:\n  A.B: {|PAC1004:promotoin|}", "Did you mean 'promotion'?")]
    [InlineData("types:\n  A.B: { {|PAC1002:member|}: { Email: contact.email } }", "Did you mean 'members'?")]
    [InlineData("types:\n  A.B: { subject: {|PAC1004:costumer|} }", "Did you mean 'customer'?")]
    [InlineData("types:\n  A.B: { members: { Email: {|PAC1004:contact.mail|} } }", "Did you mean 'contact.email'?")]
    [InlineData("types:\n  A.B: { members: { Email: contact.email, {|PAC1005:Email|}: contact.name } }", "a second time")]
    [InlineData("types:\n  A.B: { members: { Stamp: { {|PAC1002:notpersonal|}: random } } }", "Did you mean 'not-personal'?")]
    [InlineData("methods:\n  {|PAC1006:A.B.C|}: {}", "Nothing says what 'A.B.C' does.")]
    [InlineData("methods:\n  A.B.C: { logs: {|PAC1003:sometimes|} }", "one of 'true', 'false'")]
    [InlineData("methods:\n  A.B.C: { anonymises-to: {|PAC1003:anonymized|} }", "Did you mean 'anonymised'?")]
    [InlineData("types:\n  A.B: { for: {|PAC1004:promotoin|} }", "Did you mean 'promotion'?")]
    [InlineData("types:\n  A.B: { members: { At: { anchor: {|PAC1004:last-purchas|} } } }", "Did you mean 'last-purchase'?")]
    [InlineData("types:\n  A.B: { members: { Mail: { holds: contact.email, {|PAC1002:form|}: raw } } }", "")]
    [InlineData("types:\n  A.B: { members: { {|PAC1006:Mail|}: { as: pseudonymised } } }", "'holds:'")]
    [InlineData("types:\n  A.B: { members: { Mail: { {|PAC1003:holds|}: contact.email, not-personal: no } } }", "says the opposite")]
    [InlineData("members:\n  {|PAC1003:Email|}: contact.email", "'Email' names no members")]
    [InlineData("members:\n  {|PAC1003:'*.*'|}: contact.email", "names no members")]
    [InlineData("members:\n  '*.Customer.Email': {|PAC1004:contact.mail|}", "Did you mean 'contact.email'?")]
    [InlineData("attributes:\n  A.PrivateAttribute: {|PAC1004:contact.mail|}", "Did you mean 'contact.email'?")]
    [InlineData("methods:\n  A.B.C: { reaches: {|PAC1003:logs|} }", "Did you mean 'log'?")]
    [InlineData("methods:\n  A.B.C: { arguments: { to: { {|PAC1002:reach|}: log } } }", "Did you mean 'reaches'?")]
    [InlineData("methods:\n  A.B.C: { arguments: { to: { discloses-to: {|PAC1004:mail-provider|} } } }", "Did you mean 'email-provider'?")]
    [InlineData("hosts:\n  api.pay.example: {|PAC1003:[controller]|}", "or 'controller' for a system of one's own")]
    [InlineData("hosts:\n  api.pay.example: {|PAC1004:payment-provider-x|}", "Did you mean 'payment-provider'?")]
    [InlineData("hosts:\n  {|PAC1003:https://api.pay.example|}: payment-provider", "without 'https://'")]
    [InlineData("hosts:\n  {|PAC1003:'*pay.example'|}: payment-provider", "is no host name")]
    [InlineData("regions:\n  api.pay.example: {|PAC1004:Singapore|}", "SG")]
    [InlineData("regions:\n  {|PAC1003:https://api.pay.example|}: SG", "without 'https://'")]
    [InlineData("regions:\n  api.pay.example: SG\n  {|PAC1005:api.pay.example|}: US", "a second time")]
    [InlineData("hosts:\n  api.pay.example: payment-provider\n  {|PAC1005:api.pay.example|}: it-provider", "a second time")]
    [InlineData("packages:\n  Pay.Client: {|PAC1004:payment-providers|}", "Did you mean 'payment-provider'?")]
    [InlineData("packages:\n  Pay.Client: payment-provider\n  {|PAC1005:pay.client|}: it-provider", "is bound already")]
    [InlineData("cookies:\n  .AspNetCore.Session: {|PAC1004:sesion|}", "Did you mean 'session'?")]
    [InlineData("cookies:\n  .AspNetCore.Session: {|PAC1004:basket|}", "below 'cookies:' or 'trackers:'")]
    [InlineData("cookies:\n  .AspNetCore.Session: {|PAC1003:[session]|}", "not a list")]
    public void Are_reported_at_their_place(string marked, string message) =>
        Verify.Beside("policies/corner.bindings.yaml", "bindings: corner-shop\n" + marked, message);

    [Fact]
    public void Hosts_regions_packages_and_cookies_are_read()
    {
        var bindings = Verify.Beside("policies/corner.bindings.yaml", """
            bindings: corner-shop
            hosts: { api.pay.example: payment-provider, "*.mail.example": email-provider }
            regions: { api.pay.example: SG, "*.mail.example": EEA }
            packages: { Pay.Client: payment-provider }
            cookies: { .AspNetCore.Session: session }
            """).Bindings;
        Assert.Equal(["payment-provider", "email-provider"], bindings.Hosts.Select(host => host.Receiver.Recipient!.Key));
        Assert.True(bindings.Hosts[0].Matches("API.pay.example"));
        Assert.False(bindings.Hosts[0].Matches("pay.example"));
        Assert.True(bindings.Hosts[1].Matches("eu.mail.example"));
        Assert.False(bindings.Hosts[1].Matches("mail.example"));
        Assert.False(bindings.Hosts[1].Matches("hotmail.example"));
        Assert.Equal(["SG", "EEA"], bindings.Regions.Select(one => one.Region));
        Assert.True(bindings.Regions[1].Matches("eu.mail.example"));
        Assert.False(bindings.Regions[1].Matches("mail.example"));
        Assert.True(bindings.Packages[0] is { Package: "Pay.Client", Receiver.Recipient.Key: "payment-provider" });
        Assert.True(bindings.Cookies[0] is { Cookie: ".AspNetCore.Session", Statement: "session" });
    }

    [Fact]
    public void All_that_attributes_say_is_read()
    {
        var bindings = Verify.Beside("policies/corner.bindings.yaml", """
            bindings: corner-shop
            types:
              A.B:
                for: promotion
                discloses-to: controller
                members:
                  At: { anchor: last-purchase }
                  Hold: { legal-hold: true }
                  Hash: { holds: [contact.email, contact.name], as: pseudonymised }
              A.C: { not-personal: colours }
            members: { "*.Customer*.Email": contact.email }
            attributes: { A.PublicAttribute: { not-personal: public } }
            methods:
              A.B.C: { for: promotion, returns: contact.email, logs: true, reaches: url, arguments: { 2: { discloses-to: it-provider, holds: contact.name } } }
            hosts: { own.example: controller }
            """).Bindings;
        Assert.True(bindings.Types[0] is { DisclosesTo.IsController: true, Purposes: [{ Key: "promotion" }] });
        Assert.True(bindings.Types[0].Members is
            [{ Anchors: [{ Key: "last-purchase" }] }, { IsLegalHold: true }, { Form: Form.Pseudonymised, Categories.Length: 2 }]);
        Assert.Equal("colours", bindings.Types[1].NotPersonalBecause);
        Assert.Equal("contact.email", bindings.Patterns[0].Held.Categories[0].Key);
        Assert.Equal("public", bindings.Attributes[0].Held.NotPersonalBecause);
        var method = bindings.Methods[0];
        Assert.Equal([SinkKind.Url, SinkKind.Log], method.Reaches);
        Assert.True(method is { Purposes.Length: 1, Returns.Length: 1 });
        Assert.Equal("it-provider", method.Argument("anything", 1)!.DisclosesTo!.Recipient!.Key);
        Assert.Null(method.Argument("anything", 0));
        Assert.True(bindings.Hosts[0].Receiver.IsController);
    }

    [Theory]
    [InlineData("*.Customer*.Email", "Shop.Sales.CustomerCard", "Email", true)]
    [InlineData("*.Customer*.Email", "Customer", "Email", true)]
    [InlineData("*.Customer*.Email", "Shop.Customers.Order", "Email", false)]
    [InlineData("*.Customer*.Email", "Shop.Customer", "EmailTemplate", false)]
    [InlineData("Customer.*Mail", "Shop.Customer`1", "WorkMail", true)]
    [InlineData("Shop.*.Dto*.Phone", "Shop.Api.V1.DtoOrder", "Phone", true)]
    [InlineData("Shop.*.Dto*.Phone", "Other.Api.DtoOrder", "Phone", false)]
    [InlineData("Shop.Outer+Inner.Phone", "Shop.Outer`2+Inner", "Phone", true)]
    [InlineData("Shop.Inner.Phone", "Shop.Outer+Inner", "Phone", false)]
    [InlineData("Customer.email", "Shop.Customer", "Email", false)]
    [InlineData("C*st*m*r.*", "Shop.Customer", "Anything", true)]
    public void A_pattern_means_members_by_namespace_type_and_name(string pattern, string type, string member, bool isMeant) =>
        Assert.Equal(isMeant, MemberPattern.Parse(pattern)!.Matches(type, member));

    [Theory]
    [InlineData("namespaces: { Shop.Web: promotion }", "namespaces: { {|PAC1005:Shop.Web|}: promotion, Shop.Mail: promotion }")]
    [InlineData("types: { Shop.Person: { subject: customer } }", "types: { {|PAC1005:Shop.Person|}: { subject: staff } }")]
    [InlineData("types: { Shop.Person: { members: { Mail: contact.email } } }", "types: { Shop.Person: { subject: staff, members: { {|PAC1005:Mail|}: contact.email, Name: contact.name } } }")]
    [InlineData("methods: { Shop.Log.Write: { logs: true } }", "methods: { {|PAC1005:Shop.Log.Write|}: { logs: false } }")]
    [InlineData("members: { '*.A.B': contact.email }", "members: { {|PAC1005:'*.A.B'|}: contact.name }")]
    [InlineData("attributes: { A.B: contact.email }", "attributes: { {|PAC1005:A.B|}: contact.name }")]
    [InlineData("hosts: { a.example: it-provider }", "hosts: { {|PAC1005:a.example|}: it-provider, b.example: it-provider }")]
    [InlineData("cookies: { s: session }", "cookies: { {|PAC1005:s|}: campaign, c: campaign }")]
    public void What_two_files_say_of_the_same_code_is_reported_in_the_second(string first, string second) => Verify.Together(
        ("policies/corner.policy.yaml", Samples.Policy),
        ("policies/a.bindings.yaml", "bindings: corner-shop\n" + first),
        ("policies/b.bindings.yaml", "bindings: corner-shop\n" + second));

    [Fact]
    public void Those_of_another_policy_are_left_alone()
    {
        var compiled = PolicyCompiler.Compile(
            [
                PolicyCompiler.Parse("policies/corner.policy.yaml", Samples.Policy),
                PolicyCompiler.Parse("policies/other.bindings.yaml", "bindings: other\nnamespaces: { A: nonsense }\nmethods: [}"),
            ], "corner-shop", Verify.Today);
        Assert.Empty(compiled.Diagnostics);
        Assert.Empty(compiled.Bindings.Namespaces);
    }
}
