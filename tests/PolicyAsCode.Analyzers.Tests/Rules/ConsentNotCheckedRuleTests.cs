using PolicyAsCode.Analyzers.Tests.Verification;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.ConsentNotCheckedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>What proves consent on a path, and what only looks like it; each true case with its clean twin.</summary>
public sealed class ConsentNotCheckedRuleTests
{
    private static Task InPromotionAsync(string members, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(ConsentShop.Campaign(members), ConsentShop.Policy, messages);

    [Fact]
    public Task Without_any_check() => InPromotionAsync(
        "public void Run(Customer customer) => Mail.Send([|customer.Email|]);",
        "'Customer.Email' (contact.email) is read for promotion, and on some way here nobody has checked consent. "
        + "The Shop does that only for those who agreed [SHOP-4, shop.policy.yaml:");

    [Theory]
    [InlineData("if (consents.Allows(c.Id)) Mail.Send(c.Email);")]
    [InlineData("if (!consents.Allows(c.Id)) return; Mail.Send(c.Email);")]
    [InlineData("if (consents.Allows(c.Id) == false) return; Mail.Send(c.Email);")]
    [InlineData("if (consents.Allows(c.Id) is not true) return; Mail.Send(c.Email);")]
    [InlineData("if (!consents.Allows(c.Id)) throw new InvalidOperationException(); Mail.Send(c.Email);")]
    [InlineData("if (c.Id != default && consents.Allows(c.Id)) Mail.Send(c.Email);")]
    [InlineData("if (!consents.Allows(c.Id) || c.Email is not { } email) return; Mail.Send(email);")]
    [InlineData("if (!consents.Allows(c.Id) || c.Id == default) return; Mail.Send(c.Email);")]
    [InlineData("var may = consents.Allows(c.Id); if (may) Mail.Send(c.Email);")]
    [InlineData("var may = c.Id != default && consents.Allows(c.Id); if (may) Mail.Send(c.Email);")]
    [InlineData("var not = !consents.Allows(c.Id); if (not) return; Mail.Send(c.Email);")]
    [InlineData("Mail.Send(consents.Allows(c.Id) ? c.Email : null);")]
    [InlineData("consents.Require(c.Id); Mail.Send(c.Email);")]
    [InlineData("try { consents.Require(c.Id); Mail.Send(c.Email); } finally { GC.Collect(); }")]
    [InlineData("foreach (var one in new[] { c }) { if (!consents.Allows(one.Id)) continue; Mail.Send(one.Email); }")]
    [InlineData("switch (consents.Allows(c.Id)) { case true: Mail.Send(c.Email); break; }")]
    [InlineData("if (consents.Allows(c.Id) & c.Id != default) Mail.Send(c.Email);")]
    [InlineData("while (consents.Allows(c.Id)) { Mail.Send(c.Email); }")]
    [InlineData("if (consents.Allows(c.Id)) { Action later = () => Mail.Send(c.Email); later(); }")]
    [InlineData("bool? may = consents.Allows(c.Id); if (may == true) Mail.Send(c.Email);")]
    [InlineData("if (c.Email is null || string.IsNullOrEmpty(c.Email) || c.Email != null) return;")]
    public Task Proved(string body) => InPromotionAsync($"public void Run(Customer c) {{ {body} }}");

    [Theory]
    [InlineData("if (!consents.Allows(c.Id)) Mail.Send([|c.Email|]);")]
    [InlineData("if (consents.Allows(c.Id)) { } Mail.Send([|c.Email|]);")]
    [InlineData("consents.Allows(c.Id); Mail.Send([|c.Email|]);")]
    [InlineData("if (c.Id != default || consents.Allows(c.Id)) Mail.Send([|c.Email|]);")]
    [InlineData("if (!consents.Allows(c.Id) && c.Id != default) return; Mail.Send([|c.Email|]);")]
    [InlineData("if ([|c.Email|] is { } email && consents.Allows(c.Id)) Mail.Send(email);")]
    [InlineData("var may = consents.Allows(c.Id); may = true; if (may) Mail.Send([|c.Email|]);")]
    [InlineData("var may = consents.Allows(c.Id); may |= c.Id != default; if (may) Mail.Send([|c.Email|]);")]
    [InlineData("var may = consents.Allows(c.Id); if (bool.TryParse(\"true\", out may) && may) Mail.Send([|c.Email|]);")]
    [InlineData("var may = c.Id != default || consents.Allows(c.Id); if (may) Mail.Send([|c.Email|]);")]
    [InlineData("bool may = consents.Allows(c.Id); if (c.Id == default) may = true; if (may) Mail.Send([|c.Email|]);")]
    [InlineData("try { consents.Require(c.Id); } catch (Exception) { } Mail.Send([|c.Email|]);")]
    [InlineData("foreach (var one in new[] { c }) { if (!consents.Allows(one.Id)) break; } Mail.Send([|c.Email|]);")]
    [InlineData("if (consents.IsOldEnough(c.Id)) Mail.Send([|c.Email|]);")]
    [InlineData("if (consents.Looks(c.Id)) Mail.Send([|c.Email|]);")]
    [InlineData("if (consents.Allows(c.Id) | c.Id != default) Mail.Send([|c.Email|]);")]
    [InlineData("switch (consents.Allows(c.Id)) { case false: Mail.Send([|c.Email|]); break; }")]
    [InlineData("bool? may = c.Id == default ? null : !consents.Allows(c.Id); if (may == true) return; Mail.Send([|c.Email|]);")]
    [InlineData("if (c.Id == default) consents.Require(c.Id); Mail.Send([|c.Email|]);")]
    [InlineData("do { Mail.Send([|c.Email|]); } while (consents.Allows(c.Id));")]
    public Task Not_proved(string body) => InPromotionAsync($"public void Run(Customer c) {{ {body} }}");

    [Theory]
    [InlineData("if (!await consents.AllowsAsync(c.Id)) return; Mail.Send(c.Email);")]
    [InlineData("if (await consents.AllowsAsync(c.Id).ConfigureAwait(false)) Mail.Send(c.Email);")]
    [InlineData("var asked = consents.AllowsAsync(c.Id); await Task.Yield(); if (await asked) Mail.Send(c.Email);")]
    [InlineData("var may = await consents.AllowsAsync(c.Id); await Task.Yield(); if (!may) return; Mail.Send(c.Email);")]
    [InlineData("_ = await consents.AllowsAsync(c.Id); Mail.Send([|c.Email|]);")]
    public Task Asynchronously(string body) =>
        InPromotionAsync($"public async Task RunAsync(Customer c) {{ {body} }}");

    [Fact]
    public Task A_method_of_ours_that_asks_proves_by_its_answer_or_by_coming_back() => InPromotionAsync(
        """
        bool May(Customer c) => c.Id != default && consents.Allows(c.Id);
        bool Either(Customer c) => c.Id != default || consents.Allows(c.Id);
        async Task<bool> MayAsync(Customer c) { if (c.Id == default) return false; return await consents.AllowsAsync(c.Id); }
        bool Refused(Customer c) => !May(c);
        void Demand(Customer c) { if (!May(c)) Fail(); }
        void Ask(Customer c) { if (!May(c)) return; }
        public void One(Customer c) { if (May(c)) Mail.Send(c.Email); }
        public void Two(Customer c) { if (Either(c)) Mail.Send([|c.Email|]); }
        public async Task Three(Customer c) { if (await MayAsync(c)) Mail.Send(c.Email); }
        public void Four(Customer c) { if (Refused(c)) return; Mail.Send(c.Email); }
        public void Five(Customer c) { Demand(c); Mail.Send(c.Email); }
        public void Six(Customer c) { Ask(c); Mail.Send([|c.Email|]); }
        """);

    [Fact]
    public Task Of_several_implementations_all_must_prove() => InPromotionAsync(
        """
        public interface IFilter { bool Passes(Customer c); }
        public class Strict(IConsents consents) : IFilter { public bool Passes(Customer c) => consents.Allows(c.Id); }
        public class Lax : IFilter { public bool Passes(Customer c) => true; }
        public void Run(IFilter filter, Customer c) { if (filter.Passes(c)) Mail.Send([|c.Email|]); }
        public void Run(Strict filter, Customer c) { if (filter.Passes(c)) Mail.Send(c.Email); }
        """);

    [Fact]
    public Task A_private_helper_passes_the_need_on_to_its_callers() => InPromotionAsync(
        """
        void Write(Customer c) => Mail.Send(c.Email);
        void Between(Customer c) => Write(c);
        public void Leak(Customer c) => [|Between(c)|];
        public void Clean(Customer c) { if (consents.Allows(c.Id)) Between(c); }
        public void Each(List<Customer> all) => all.ForEach([|Write|]);
        """,
        "'Customer.Email' (contact.email) is read for promotion, by way of Campaign.Between, Campaign.Write, and on some way");

    [Fact]
    public Task A_helper_without_a_purpose_runs_for_its_callers() => Verify.VerifyAnalyzerAsync(
        ConsentShop.Code + """
        public static class Letters { public static string Head(Customer c) => "To " + c.Email; }
        public class Campaign(IConsents consents)
        {
            [Purpose("promotion")] public string Leak(Customer c) => [|Letters.Head(c)|];
            [Purpose("promotion")] public string Clean(Customer c) => consents.Allows(c.Id) ? Letters.Head(c) : "";
            [Purpose("communication")] public string Reply(Customer c) => Letters.Head(c);
        }
        """, ConsentShop.Policy);

    [Fact]
    public Task A_binding_proves_for_code_that_one_cannot_touch() => Verify.VerifyBoundAsync(
        ConsentShop.Code + """
        namespace Vendor { public static class Preferences { public static bool OptedIn(Guid id) => id != default; } }
        [Purpose("promotion")]
        public class Campaign
        {
            public void Run(Customer c) { if (Vendor.Preferences.OptedIn(c.Id)) Mail.Send(c.Email); }
        }
        """, ConsentShop.Policy, """
        bindings: shop
        methods:
          Vendor.Preferences.OptedIn: { proves: consent }
        """);

    [Fact]
    public Task An_implementation_of_a_gate_is_one() => InPromotionAsync(
        """
        public class Kept : IConsents
        {
            public bool Allows(Guid customer) => false;
            public Task<bool> AllowsAsync(Guid customer) => Task.FromResult(false);
            public void Require(Guid customer) { }
            public Task RequireAsync(Guid customer) => Task.CompletedTask;
            public bool IsOldEnough(Guid customer) => true;
            public bool Looks(Guid customer) => true;
        }
        public void Run(Kept kept, Customer c) { if (kept.Allows(c.Id)) Mail.Send(c.Email); }
        public void Age(Kept kept, Customer c) { if (kept.IsOldEnough(c.Id)) Mail.Send([|c.Email|]); }
        """);

    [Fact]
    public Task A_recipient_that_gets_data_after_consent_only() => Verify.VerifyAnalyzerAsync(
        ConsentShop.Code + """
        [Recipient("business-partner")] public interface IPartner { void Tell(string? who); }
        [Purpose("communication")]
        public class Offers(IPartner partner, IConsents consents)
        {
            public void Leak(Customer c) => partner.Tell([|c.Email|]);
            public void Clean(Customer c) { if (consents.Allows(c.Id)) partner.Tell(c.Email); }
            public void Reply(Customer c) => Mail.Send(c.Email);
        }
        [Purpose("promotion")]
        public class Campaign(IPartner partner)
        {
            public void ToldOfBoth(Customer c) => partner.Tell([|[|c.Email|]|]);
        }
        """, ConsentShop.Policy + """

        recipients:
          business-partner: { clause: SHOP-4, role: controller, receives: contact.email, for: [communication, promotion], after: consent }
        """,
        "'c.Email' hands contact.email to business-partner for communication, and on some way here nothing proves 'consent'.",
        "'c.Email' hands contact.email to business-partner for promotion, and on some way here nothing proves 'consent'.",
        "'Customer.Email' (contact.email) is read for promotion, and on some way here nobody has checked consent.");

    [Fact]
    public Task What_rests_on_no_consent_needs_none() => Verify.VerifyAnalyzerAsync(
        ConsentShop.Code + """
        [Purpose("communication")]
        public class Reply { public void Run(Customer c) => Mail.Send(c.Email); }
        """, ConsentShop.Policy);
}
