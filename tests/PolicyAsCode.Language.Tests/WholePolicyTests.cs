using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>A policy without mistakes that uses every key: all that it says is in the model.</summary>
public sealed class WholePolicyTests
{
    private static readonly CompiledPolicy s_compiled = PolicyCompiler.Compile(
        [
            PolicyCompiler.Parse("policies/shop.policy.yaml", Samples.Policy),
            PolicyCompiler.Parse("policies/shop.bindings.yaml", Samples.Bindings),
            PolicyCompiler.Parse("policies/vocabulary/shop.yaml", Samples.Vocabulary),
        ],
        "corner-shop", Verify.Today);

    private static PolicyModel Policy => s_compiled.Model!;

    [Fact]
    public void Nothing_is_reported() => Assert.Empty(s_compiled.Diagnostics.Select(mistake => $"{mistake.Location}: {mistake.Message}"));

    [Fact]
    public void Its_head_is_read()
    {
        Assert.Equal(("corner-shop", "Corner Shop", 3), (Policy.Header.Name, Policy.Header.Title, Policy.Header.Version));
        Assert.Equal(new CalendarDate(2024, 6, 1), Policy.Header.Effective);
        Assert.Equal(new CalendarDate(2027, 6, 1), Policy.Header.ReviewBy);
        Assert.Equal(
            new Controller("Corner Shop", "privacy@shop.example", "021", "Asia/Jakarta"),
            Policy.Controller with { Location = null, Holidays = null });
        Assert.Equal("ID", Policy.Controller.Holidays);
    }

    [Fact]
    public void Its_data_is_read()
    {
        Assert.Equal(["contact.email", "contact.name", "contact.name", "transaction.purchase-history", "account.password", "payment.bank-account"],
            Policy.Data.Select(data => data.Category.Key));

        var email = Policy.Data[0];
        Assert.Equal(["SHOP-1.3", "SHOP-1.4"], email.Clauses);
        Assert.Equal(["customer"], email.Subjects.Select(subject => subject.Key));
        Assert.Equal(["registration", "support"], email.Collected.Select(source => source.Key));
        Assert.Equal(["communication", "promotion"], email.Purposes.Select(purpose => purpose.Key));
        Assert.Equal([Protection.EncryptedAtRest, Protection.RedactedInLogs], email.Protect);
        Assert.True(email.Keep is { IsDecision: true, AtMost: { Count: 2, Unit: DurationUnit.Years }, From.Key: "last-purchase", Then: RetentionAction.Erase });

        Assert.Equal([["customer"], ["staff"]], Policy.Data.Where(data => data.Category.Key == "contact.name").Select(data => data.Subjects.Select(subject => subject.Key)));
        Assert.Equal(new Duration(18, DurationUnit.Months), Policy.Data[1].Keep!.AtMost);
        Assert.Equal(["SHOP-1.2"], Policy.Data[1].Keep!.Clauses);
        Assert.True(Policy.Data[2].Keep!.IsDecision);
        Assert.True(Policy.Data[3].Keep is { AtMost: null, AtLeast: { Count: 10 }, Because.Key: "tax law", Then: RetentionAction.Anonymise });
        Assert.True(Policy.Data[4].Keep is { NeverStored: true });
    }

    [Fact]
    public void Its_purposes_and_recipients_are_read()
    {
        Assert.Equal(7, Policy.Purposes.Length);
        Assert.True(Policy.Purposes[1] is { Purpose.Key: "promotion", Basis: LawfulBasis.Consent, OptOut: "every-message", IsDecision: true });

        Assert.Equal(["payment-provider", "research-partner", "consented-party"], Policy.Recipients.Select(one => one.Recipient.Key));
        Assert.True(Policy.Recipients[0] is { Role: "processor", Contract.Key: "DPA-2024-03", Regions: ["ID"], As: Form.Raw, After: null });
        Assert.Equal(["payment", "contact.name"], Policy.Recipients[0].Receives.Select(category => category.Key));
        Assert.Equal(Form.Pseudonymised, Policy.Recipients[1].As);
        Assert.True(Policy.Recipients[2] is { After.Key: "consent", Safeguard: Safeguard.ExplicitConsent });
    }

    [Fact]
    public void The_rest_is_read()
    {
        Assert.Equal(["sell", "store", "use", "disclose"], Policy.Never.Select(never => never.Action));
        Assert.True(Policy.Never[2] is { Category.Key: "transaction", Purpose.Key: "research", Recipient: null });
        Assert.True(Policy.Never[3] is { Recipient.Key: "acquirer" });
        Assert.True(Policy.Rights[0] is { Right: "erasure", Within: { Count: 30, Unit: DurationUnit.BusinessDays }, VerifyIdentity: true, Confirm: true, Reversible: false });
        Assert.Equal(["email", "sms"], Policy.Rights[0].Notify);
        Assert.Equal("json", Policy.Rights[1].Format);
        Assert.True(Policy.Cookies[0] is { Name: "session", Essential: true });
        Assert.Equal(["promotion"], Policy.Cookies[1].Purposes.Select(purpose => purpose.Key));
        Assert.True(Policy.Measures[0] is { Owner: "Legal", ReviewBy: { Year: 2027 } });
        Assert.Equal(PolicySeverity.Error, Policy.Enforce.Of("PAC2001"));
        Assert.Equal(PolicySeverity.Warning, Policy.Enforce.Of("PAC2004"));
        Assert.Equal(PolicySeverity.Warning, Policy.Enforce.Of("PAC3001"));
        Assert.Equal([new(2027, 3, 31)], Policy.Enforce.Plans.SelectMany(plan => plan.Steps).Select(step => step.Until).OfType<CalendarDate>());
        Assert.True(Policy.Waivers[0] is { Rule: "PAC3001", At: "Shop.Legacy.Mailer.*", ApprovedBy: "dpo@shop.example" });
    }

    [Fact]
    public void Each_statement_knows_the_place_of_its_key()
    {
        var text = Samples.Policy;
        foreach (var data in Policy.Data.Where(data => data.Category.Key != "contact.name"))
            Assert.Equal(data.Category.Key, text.Substring(data.Location.Range.Offset, data.Location.Range.Length));
        foreach (var recipient in Policy.Recipients)
            Assert.Equal(recipient.Recipient.Key, text.Substring(recipient.Location.Range.Offset, recipient.Location.Range.Length));
        Assert.Equal("keep", text.Substring(Policy.Data[0].Keep!.Location.Range.Offset, 4));
    }

    [Fact]
    public void What_cannot_be_read_grants_nothing()
    {
        var policy = PolicyCompiler.Compile([PolicyCompiler.Parse(Verify.PolicyPath, Verify.Sections("""
            data:
              contact.email: { clause: S-1, for: [promotion, nonsense], keep: { for: 1 year, from: collected, then: vanish } }
              contact.nonsense: { clause: S-1, for: promotion, keep: never-stored }
            recipients:
              acquirer: { clause: S-1, receives: contact, for: promotion, as: nonsense }
            never:
              - { clause: S-1, action: store, data: nonsense }
            """))], null, null).Model!;
        var data = Assert.Single(policy.Data);
        Assert.Equal(["promotion"], data.Purposes.Select(purpose => purpose.Key));
        Assert.Null(data.Keep);
        Assert.Equal(Form.Anonymised, Assert.Single(policy.Recipients).As);
        Assert.Empty(policy.Never);
    }

    [Fact]
    public void Its_bindings_are_read()
    {
        var bindings = s_compiled.Bindings;
        Assert.Equal(["Shop.Marketing", "Shop.Orders"], bindings.Namespaces.Select(one => one.Namespace));
        Assert.Equal(["transactions", "communication"], bindings.Namespaces[1].Purposes.Select(purpose => purpose.Key));

        var type = Assert.Single(bindings.Types);
        Assert.Equal(("Microsoft.AspNetCore.Identity.IdentityUser`1", "staff"), (type.Type, type.Subject!.Key));
        Assert.Equal(["account.username", "contact.name"], type.Members[1].Categories.Select(category => category.Key));
        Assert.True(type.Members[2] is { Member: "SecurityStamp", Categories.IsEmpty: true, NotPersonalBecause: "random, says nothing of a person" });

        Assert.Equal([Form.Pseudonymised, null, null, null], bindings.Methods.Select(method => method.Anonymises));
        Assert.Equal("consent", bindings.Methods[1].Proves!.Key);
        Assert.Equal("delivery-provider", bindings.Methods[2].DisclosesTo!.Recipient!.Key);
        Assert.Equal([PolicyAsCode.Language.Libraries.SinkKind.Log], bindings.Methods[3].Reaches);
    }

    [Fact]
    public void An_organisations_terms_stand_beside_the_built_in_ones()
    {
        var points = s_compiled.Vocabulary.Find(TermKind.Category, "loyalty.points")!;
        Assert.Equal(("Points", "Poin", "loyalty"), (points.Label, points.LabelInIndonesian, points.Broader!.Key));
        Assert.Equal(["points", "poin"], points.Hints);
        Assert.Same(BuiltInVocabulary.Terms.Find(TermKind.Category, "contact.email"), s_compiled.Vocabulary.Find(TermKind.Category, "contact.email"));
        var terms = s_compiled.Vocabulary.Terms(TermKind.Category);
        Assert.Equal(Enumerable.Range(0, terms.Length), terms.Select(term => term.Index));
    }
}
