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
    [InlineData("hosts:\n  api.pay.example: {|PAC1004:payment-provider-x|}", "Did you mean 'payment-provider'?")]
    [InlineData("hosts:\n  {|PAC1003:https://api.pay.example|}: payment-provider", "without 'https://'")]
    [InlineData("hosts:\n  {|PAC1003:'*pay.example'|}: payment-provider", "is no host name")]
    [InlineData("hosts:\n  api.pay.example: payment-provider\n  {|PAC1005:api.pay.example|}: it-provider", "a second time")]
    [InlineData("packages:\n  Pay.Client: {|PAC1004:payment-providers|}", "Did you mean 'payment-provider'?")]
    [InlineData("packages:\n  Pay.Client: payment-provider\n  {|PAC1005:pay.client|}: it-provider", "is bound already")]
    [InlineData("cookies:\n  .AspNetCore.Session: {|PAC1004:sesion|}", "Did you mean 'session'?")]
    [InlineData("cookies:\n  .AspNetCore.Session: {|PAC1004:basket|}", "below 'cookies:' or 'trackers:'")]
    [InlineData("cookies:\n  .AspNetCore.Session: {|PAC1003:[session]|}", "not a list")]
    public void Are_reported_at_their_place(string marked, string message) =>
        Verify.Beside("policies/corner.bindings.yaml", "bindings: corner-shop\n" + marked, message);

    [Fact]
    public void Hosts_packages_and_cookies_are_read()
    {
        var bindings = Verify.Beside("policies/corner.bindings.yaml", """
            bindings: corner-shop
            hosts: { api.pay.example: payment-provider, "*.mail.example": email-provider }
            packages: { Pay.Client: payment-provider }
            cookies: { .AspNetCore.Session: session }
            """).Bindings;
        Assert.Equal(["payment-provider", "email-provider"], bindings.Hosts.Select(host => host.Recipient.Key));
        Assert.True(bindings.Hosts[0].Matches("API.pay.example"));
        Assert.False(bindings.Hosts[0].Matches("pay.example"));
        Assert.True(bindings.Hosts[1].Matches("eu.mail.example"));
        Assert.False(bindings.Hosts[1].Matches("mail.example"));
        Assert.False(bindings.Hosts[1].Matches("hotmail.example"));
        Assert.True(bindings.Packages[0] is { Package: "Pay.Client", Recipient.Key: "payment-provider" });
        Assert.True(bindings.Cookies[0] is { Cookie: ".AspNetCore.Session", Statement: "session" });
    }

    [Theory]
    [InlineData("namespaces: { Shop.Web: promotion }", "namespaces: { {|PAC1005:Shop.Web|}: promotion, Shop.Mail: promotion }")]
    [InlineData("types: { Shop.Person: { subject: customer } }", "types: { {|PAC1005:Shop.Person|}: { subject: staff } }")]
    [InlineData("types: { Shop.Person: { members: { Mail: contact.email } } }", "types: { Shop.Person: { subject: staff, members: { {|PAC1005:Mail|}: contact.email, Name: contact.name } } }")]
    [InlineData("methods: { Shop.Log.Write: { logs: true } }", "methods: { {|PAC1005:Shop.Log.Write|}: { logs: false } }")]
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
