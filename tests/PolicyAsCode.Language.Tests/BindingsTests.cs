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
    public void Are_reported_at_their_place(string marked, string message) =>
        Verify.Beside("policies/corner.bindings.yaml", "bindings: corner-shop\n" + marked, message);

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
