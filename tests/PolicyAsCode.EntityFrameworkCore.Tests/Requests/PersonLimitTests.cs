using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>How often somebody can be asked for, and for how long a request waits for its person.</summary>
public sealed class PersonLimitTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_mailbox_gets_so_many_codes_a_day_whatever_is_asked_for(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var sent = 0;
        for (var one = 0; one < 4; one++)
        {
            var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
            for (var i = 0; i < 3; i++)
            {
                if (sent < 10)
                    await desk.Requests.SendCodeAsync(request.Id);
                else
                    await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.SendCodeAsync(request.Id));
                sent++;
                await desk.DispatchAsync();
                desk.Clock.Pass(TimeSpan.FromMinutes(2));
            }
        }

        Assert.Equal(10, desk.World.Mail.Count);
        var budi = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access, Desk.Budi));
        await desk.Requests.SendCodeAsync(budi.Id);
        desk.Clock.Pass(TimeSpan.FromDays(1));
        await desk.Requests.SendCodeAsync((await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access))).Id);
        await desk.DispatchAsync();
        Assert.Equal(12, desk.World.Mail.Count);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task So_many_requests_of_nobody_knows_whom_are_taken_in_a_day_and_the_person_is_not_shut_out(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var first = Desk.Ask(PrivacyRight.Access) with { Id = Guid.CreateVersion7() };
        await desk.Requests.ReceiveAsync(first);
        for (var i = 1; i < 5; i++)
            await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure));
        var refused = await Assert.ThrowsAsync<PrivacyRequestLimitException>(() => desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access)));
        Assert.DoesNotContain(Desk.Ana.ToString(), refused.Message, StringComparison.OrdinalIgnoreCase);
        // The same one again is no other one, another spelling is nobody else.
        await desk.Requests.ReceiveAsync(first);
        await Assert.ThrowsAsync<PrivacyRequestLimitException>(
            () => desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access) with { SubjectId = Desk.Ana.ToString().ToUpperInvariant() }));

        await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access, Desk.Budi));
        var signedIn = Desk.Ask(PrivacyRight.Access) with { VerifiedBy = "signed-in" };
        for (var i = 5; i < 20; i++)
            await desk.Requests.ReceiveAsync(signedIn);
        await Assert.ThrowsAsync<PrivacyRequestLimitException>(() => desk.Requests.ReceiveAsync(signedIn));

        desk.Clock.Pass(TimeSpan.FromDays(1));
        await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Many_at_once_are_not_more(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            try
            {
                await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
                return true;
            }
            catch (Exception error) when (error is PrivacyRequestLimitException or DbUpdateException or InvalidOperationException)
            {
                return false;
            }
        })));
        Assert.InRange(outcomes.Count(taken => taken), 1, 5);
        Assert.Equal(outcomes.Count(taken => taken), (await desk.Requests.OpenAsync()).Count);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_nobody_proved_is_over_after_its_time_and_deleted(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access) with { Words = "secret" });
        await desk.Requests.SendCodeAsync(request.Id);
        var verified = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access) with { VerifiedBy = "signed-in" });
        desk.Clock.Pass(TimeSpan.FromDays(14) - TimeSpan.FromTicks(1));
        await desk.Node.Watch.LookAsync(default);
        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();

        desk.Clock.Pass(TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.VouchForIdentityAsync(request.Id, "id seen by dian"));
        await desk.Node.Watch.LookAsync(default);
        Assert.Null(await desk.Requests.FindAsync(request.Id));
        Assert.NotNull((await desk.FindAsync(verified.Id)).SubjectId);
        Assert.DoesNotContain(await desk.RowsAsync(), row => row.Contains(request.Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }
}
