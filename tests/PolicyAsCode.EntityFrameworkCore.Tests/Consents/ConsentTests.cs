using System.Reflection;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Consents;

/// <summary>Consents, and the proof of what was shown.</summary>
public sealed class ConsentTests
{
    private static readonly ConsentText s_text = new("2026-01", "id", "Bolehkah kami mengirim promosi?");
    private static readonly string s_ana = Desk.Ana.ToString();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_consent_holds_from_its_giving_to_its_withdrawal_and_leaves_its_proof(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var consents = desk.Node.Consents;
        Assert.False(await consents.IsGivenAsync("customer", s_ana, "promotion"));
        await consents.GiveAsync("customer", s_ana, "promotion", s_text, "form");
        await consents.GiveAsync("customer", s_ana, "promotion", s_text, "form");
        Assert.True(await consents.IsGivenAsync("customer", s_ana, "promotion"));
        Assert.False(await consents.IsGivenAsync("customer", s_ana, "analysis"));
        Assert.False(await consents.IsGivenAsync("customer", Desk.Budi.ToString(), "promotion"));
        Assert.False(await consents.IsGivenAsync("staff", s_ana, "promotion"));

        desk.Clock.Pass(TimeSpan.FromDays(1));
        await consents.WithdrawAsync("customer", s_ana, "promotion", "in-app");
        desk.Clock.Pass(TimeSpan.FromDays(1));
        await consents.WithdrawAsync("customer", s_ana, "promotion", "phone");
        Assert.False(await consents.IsGivenAsync("customer", s_ana, "promotion"));

        var proof = Assert.Single(await consents.HistoryAsync("customer", s_ana));
        Assert.Equal((Desk.Start, Desk.Start.AddDays(1)), (proof.GivenAt, proof.WithdrawnAt));
        Assert.Equal(("form", "in-app"), (proof.GivenThrough, proof.WithdrawnThrough));
        Assert.Equal(("2026-01", "id", s_text.Hash), (proof.TextVersion, proof.TextLanguage, proof.TextHash));
    }

    [Fact]
    public async Task Another_text_is_another_consent_and_all_are_taken_back_at_once()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var consents = desk.Node.Consents;
        await consents.GiveAsync("customer", s_ana, "promotion", s_text, "form");
        await consents.GiveAsync("customer", s_ana, "promotion", s_text with { Version = "2026-02" }, "form");
        await consents.GiveAsync("customer", s_ana, "analysis", s_text, "form");
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.ConsentWithdrawal));
        await desk.Requests.ExecuteAsync(request.Id);
        Assert.False(await consents.IsGivenAsync("customer", s_ana, "promotion"));
        Assert.False(await consents.IsGivenAsync("customer", s_ana, "analysis"));
        Assert.Equal(3, (await consents.HistoryAsync("customer", s_ana)).Count);
    }

    [Fact]
    public void The_hash_is_that_of_the_text() =>
        Assert.Equal(
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", new ConsentText("1", "en", "hello").Hash);

    [Theory]
    [InlineData(typeof(IConsents), nameof(IConsents.IsGivenAsync), "consent")]
    [InlineData(typeof(IRestrictions), nameof(IRestrictions.IsUnrestrictedAsync), "no-restriction")]
    [InlineData(typeof(IRestrictions), nameof(IRestrictions.HasNotObjectedAsync), "no-objection")]
    public void The_analyzers_know_the_gates(Type service, string method, string gate) =>
        Assert.Equal(gate, service.GetMethod(method)!.GetCustomAttribute<GateAttribute>()!.Gate);
}
