using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Libraries;

/// <summary>A user's own models of libraries.</summary>
public sealed class ModelsTests
{
    [Theory]
    [InlineData("sinks:\n  {|PAC1003:logs|}: { A.B: { Write: all } }", "Did you mean 'log'?")]
    [InlineData("sinks:\n  log: { A.B: {|PAC1003:all|} }", "")]
    [InlineData("sinks:\n  log: { A.B: { Write: {|PAC1003:{ a: b }|} } }", "")]
    [InlineData("sinks:\n  log: { A.B: { Write: all, {|PAC1005:Write|}: text } }", "a second time")]
    [InlineData("{|PAC1002:sink|}:\n  log: { A.B: { Write: all } }", "Did you mean 'sinks'?")]
    [InlineData("types:\n  A.B: { Email: {|PAC1004:contact.mail|} }", "Did you mean 'contact.email'?")]
    [InlineData("types:\n  A.B: { Email: { {|PAC1002:hold|}: contact.email } }", "Did you mean 'holds'?")]
    [InlineData("returns:\n  A.B: { Find: {|PAC1004:contact.mail|} }", "Did you mean 'contact.email'?")]
    [InlineData("returns:\n  A.B: { Find: {|PAC1003:{ a: b }|} }", "")]
    [InlineData("{|PAC1002:return|}:\n  A.B: { Find: nothing }", "Did you mean 'returns'?")]
    public void Mistakes_are_reported_at_their_place(string marked, string message) =>
        Verify.Beside("policies/acme.models.yaml", "models: acme\n" + marked, message);

    [Fact]
    public void Are_read_whatever_policy_governs()
    {
        var libraries = Verify.Beside("policies/acme.models.yaml", """
            models: acme
            sinks:
              log: { Acme.Trail: { Write: all, Note: [text, more] } }
              mail: { Acme.Mailer: { .ctor: to } }
            types:
              Acme.Contact`1: { Mail: contact.email, Hash: { holds: contact.email, as: pseudonymised } }
            returns:
              Acme.Directory: { EmailOf: contact.email, All: [contact.email, contact.phone], GroupsOf: nothing }
            """).Libraries;
        Assert.Equal([SinkKind.Log, SinkKind.Log, SinkKind.Mail], libraries.Sinks.Select(sink => sink.Kind));
        Assert.True(libraries.Sinks[0].Takes("anything"));
        Assert.True(libraries.Sinks[1].Takes("more") && !libraries.Sinks[1].Takes("anything"));
        Assert.Equal(".ctor", libraries.Sinks[2].Member);
        Assert.Equal("Acme.Contact`1", libraries.Types[0].Type);
        Assert.Equal([1, 2, 0], libraries.Results.Select(result => result.Holds.Length));
        Assert.Equal([false, false, true], libraries.Results.Select(result => result.HoldsNothing));
        Assert.Equal(Form.Pseudonymised, libraries.Types[0].Members[1].Form);
    }
}
