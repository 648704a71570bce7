using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>Who asks: codes, how often, how long.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void A_code_is_known_as_people_type_it_and_no_other_is()
    {
        var code = OneTimeCode.Create();
        var (salt, hash) = OneTimeCode.Seal(code);
        Assert.Matches("^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$", code);
        foreach (var typed in new[] { code, code.ToLowerInvariant(), code.Replace("-", ""), $" {code.Replace('-', ' ')} " })
            Assert.True(OneTimeCode.Matches(typed, salt, hash), typed);
        foreach (var typed in new[] { "", code[1..], code + "A", OneTimeCode.Create(), new string('A', 100_000) })
            Assert.False(OneTimeCode.Matches(typed, salt, hash), typed);
        Assert.NotEqual(hash, OneTimeCode.Seal(code).Hash);
    }

    [Fact]
    public async Task A_code_goes_to_the_registered_address_and_lies_nowhere_in_the_clear_once_it_is_sent()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Equal("ana@mail.example", Assert.Single(desk.World.Mail).Address);
        var code = desk.World.Code;
        Assert.DoesNotContain(await desk.RowsAsync(), row => row.Contains(code, StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Node.Log.Lines, line => line.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_holds_for_its_time_and_for_so_many_tries()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        desk.Clock.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));

        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        for (var i = 1; i < 5; i++)
            Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
        Assert.Equal(IdentityOutcome.TooManyAttempts, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
        Assert.Equal(IdentityOutcome.TooManyAttempts, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));

        desk.Clock.Pass(TimeSpan.FromMinutes(2));
        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
        Assert.Equal("code", (await desk.FindAsync(request.Id)).VerifiedBy);
    }

    [Fact]
    public async Task Codes_are_not_sent_without_end()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        for (var i = 0; i < 5; i++)
        {
            await desk.Requests.SendCodeAsync(request.Id);
            await desk.Requests.SendCodeAsync(request.Id);
            await desk.DispatchAsync();
            desk.Clock.Pass(TimeSpan.FromMinutes(2));
        }

        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.SendCodeAsync(request.Id));
        await desk.DispatchAsync();
        Assert.Equal(5, desk.World.Mail.Count);
    }

    [Fact]
    public async Task Codes_that_no_mail_took_are_replaced_and_not_counted()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        desk.World.Fault = _ => new IOException("down");
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        for (var i = 0; i < 8; i++)
        {
            await desk.Requests.SendCodeAsync(request.Id);
            await desk.DispatchAsync();
            desk.Clock.Pass(TimeSpan.FromMinutes(2));
        }

        Assert.Single(await desk.Node.Outbox.PendingAsync());
        desk.World.Fault = _ => null;
        desk.Clock.Pass(TimeSpan.FromMinutes(5));
        await desk.DispatchAsync();
        Assert.Single(desk.World.Mail);
        Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
    }

    [Fact]
    public async Task Codes_that_were_guessed_at_are_counted_though_no_mail_took_them()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        desk.World.Fault = _ => new IOException("down");
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        for (var i = 0; i < 5; i++)
        {
            await desk.Requests.SendCodeAsync(request.Id);
            Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
            desk.Clock.Pass(TimeSpan.FromMinutes(2));
        }

        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.SendCodeAsync(request.Id));
    }

    [Fact]
    public async Task An_older_code_is_worth_nothing_once_a_newer_one_is_sent()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        var older = desk.World.Code;
        desk.Clock.Pass(TimeSpan.FromMinutes(2));
        await desk.Requests.SendCodeAsync(request.Id);
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, older));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_verified_request_is_not_verified_again_by_its_number(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        for (var i = 0; i < 4; i++)
            Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
        Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));

        // The answer was lost, on the last try: the same code is right once more; no other one, and none is not.
        Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, ""));
        await desk.Requests.ConfirmAsync(request.Id);
        Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
        Assert.Equal(IdentityOutcome.TooManyAttempts, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
        Assert.Equal(IdentityOutcome.TooManyAttempts, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
        Assert.Equal(PrivacyRequestState.Confirmed, (await desk.FindAsync(request.Id)).State);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Who_comes_back_for_their_copy_proves_again_who_they_are(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Equal((PrivacyRequestState.CustomerNotified, null), ((await desk.FindAsync(request.Id)).State, (await desk.FindAsync(request.Id)).Address));
        for (var day = 0; day < 13; day++)
        {
            await desk.Requests.SendCodeAsync(request.Id);
            await desk.DispatchAsync();
            Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, "ABCDE-FGHJK"));
            Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
            Assert.Null((await desk.FindAsync(request.Id)).Address);
            desk.Clock.Pass(TimeSpan.FromDays(1));
        }

        desk.Clock.Pass(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.SendCodeAsync(request.Id));
    }

    [Fact]
    public async Task The_code_of_a_verified_request_ends_with_its_time_and_with_the_request()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var (late, closed) = (await VerifiedAsync(Desk.Ana), await VerifiedAsync(Desk.Budi));
        await desk.Requests.WithdrawAsync(closed.Id);
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(closed.Id, closed.Code));
        desk.Clock.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(late.Id, late.Code));
        var vouched = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access) with { VerifiedBy = "signed-in" });
        Assert.Equal((PrivacyRequestState.IdentityVerified, "signed-in"), (vouched.State, vouched.VerifiedBy));
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(vouched.Id, late.Code));

        desk.Clock.Pass(TimeSpan.FromHours(2));
        await desk.Node.Watch.LookAsync(default);
        await using var db = desk.Database.Connect();
        Assert.DoesNotContain(db.Set<PrivacyRequest>(), request => request.CodeHash != null || request.CodeSalt != null);

        async Task<(Guid Id, string Code)> VerifiedAsync(Guid who)
        {
            var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access, who));
            await desk.Requests.SendCodeAsync(request.Id);
            await desk.DispatchAsync();
            Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
            return (request.Id, desk.World.Code);
        }
    }

    [Fact]
    public void What_was_answered_is_not_printed() =>
        Assert.DoesNotContain("ABCDE", new IdentityAnswer("ABCDE-FGHJK", true).ToString(), StringComparison.Ordinal);
}
