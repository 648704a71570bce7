using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>What the run time's own tables hold of a person while a request is open.</summary>
public sealed class SealedRequestTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task The_last_message_reaches_who_was_erased_and_then_nothing_opens_it_any_more(Provider provider)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        desk.Keys.Obtain(desk.Ana);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure) with { Words = "ana wants to go" });
        var other = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access) with { Words = "ana asks" });
        var backup = await desk.StoredAsync();
        Assert.Equal(("ana@mail.example", "ana asks"), ((await desk.Requests.FindAsync(other.Id))!.Address, (await desk.Requests.FindAsync(other.Id))!.Words));
        Assert.DoesNotContain(backup, row => row.Contains("ana@", StringComparison.Ordinal) || row.Contains("ana asks", StringComparison.Ordinal) || row.Contains("wants to go", StringComparison.Ordinal));

        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Single(desk.World.Mail);
        var keysAtLast = -1;
        desk.World.OnCall = () => keysAtLast = desk.Keys.List(desk.Ana).Count;
        // The keys' grace is waited for, and tried again; the message that all is done comes after it.
        for (var tries = 0; tries < 5; tries++)
        {
            desk.Clock.Pass(TimeSpan.FromMinutes(6));
            await desk.DispatchAsync();
            await desk.Rotation.RunAsync();
        }

        Assert.Equal(0, keysAtLast);
        Assert.Equal(["ana@mail.example", "ana@mail.example"], desk.World.Mail.Select(mail => mail.Address));
        Assert.Equal("Your request is done", desk.World.Titles.Last());
        Assert.Equal(PrivacyRequestState.CustomerNotified, (await desk.Requests.FindAsync(request.Id))!.State);
        Assert.Equal(PrivacyRequestState.Refused, (await desk.Requests.FindAsync(other.Id))!.State);
        // What the backup has of either request is sealed by keys that are gone.
        foreach (var text in backup.SelectMany(row => row.Split(" | ")).Where(value => SealedText.IsSealed(value)))
            Assert.Null(desk.Keys.Find(text.Substring(SealedText.Magic.Length, SealedText.KeyIdLength)));
        Assert.Empty(desk.Keys.Superseded());
    }

    /// <summary>
    /// In a database that was brought back from a backup lie messages whose keys have gone since. They name nobody any more, and
    /// keep nobody else from being erased.
    /// </summary>
    [Theory]
    [InlineData(MissingKey.Throw)]
    [InlineData(MissingKey.ReadAsNull)]
    public async Task A_withdrawal_that_nothing_opens_any_more_is_in_no_erasures_way(MissingKey missingKey)
    {
        await using var desk = await SealedDesk.OpenAsync(Provider.Sqlite, missingKey);
        var (lost, theirs) = (GivenUp("analysis"), GivenUp("promotion"));
        await desk.InScopeAsync(async (db, _) =>
        {
            db.AddRange(lost, theirs);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        Assert.True(desk.Keys.Delete(RequestKeys.Of(lost.Id)));

        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        var done = await desk.Requests.ExecuteAsync(request.Id);

        Assert.NotNull(done.Receipt);
        Assert.Equal([lost.Id], await desk.InScopeAsync((db, _) => db.Set<PrivacyOutboxMessage>()
            .Where(message => message.Kind == PrivacyOutboxKind.ConsentWithdrawal && message.SentAt == null)
            .Select(message => message.Id).ToListAsync(TestContext.Current.CancellationToken)));

        PrivacyOutboxMessage GivenUp(string purpose)
        {
            var message = OutboxMessages.Tell(
                "letters", new("customer", desk.Ana.Id, [purpose], "in-app", desk.Clock.GetUtcNow()), tenant: null);
            message.Attempts = new PrivacyOutboxOptions().MaxAttempts;
            return message;
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task An_open_request_keeps_its_one_key(Provider provider)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure) with { Words = "ana asks" });
        await desk.Requests.ExtendAsync(request.Id, "much to do");
        desk.Clock.Pass(TimeSpan.FromHours(1));
        for (var runs = 0; runs < 2; runs++)
            Assert.Equal(new SubjectKeyRotationReport(0, 0, 0), await desk.Rotation.RunAsync());

        Assert.Equal("ana asks", (await desk.Requests.FindAsync(request.Id))!.Words);
        Assert.Single(desk.Keys.List(RequestKeys.Of(request.Id)));
        await desk.DispatchAsync();
        Assert.Equal(["ana@mail.example", "ana@mail.example"], desk.World.Mail.Select(mail => mail.Address));
        // Nobody has asked for it: the person's own key was not made.
        Assert.Empty(desk.Keys.List(desk.Ana));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_code_for_the_copy_of_a_closed_request_is_sealed_by_a_key_with_a_grace_of_its_own(Provider provider)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access) with { Words = "ana asks" });
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        var closed = (await desk.Requests.FindAsync(request.Id))!;
        Assert.Equal((null, null), (closed.Address, closed.Words));
        var person = RequestKeys.Of(request.Id);
        var old = Assert.Single(desk.Keys.List(person)).KeyId;

        // Its key is found unused, and is deleted, while the code is on its way into the database.
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await desk.Requests.SendCodeAsync(request.Id);
        desk.Keys.DeleteSuperseded(person, old);
        await desk.Rotation.RunAsync();
        await desk.DispatchAsync();
        Assert.Contains("code", desk.World.Titles.Last(), StringComparison.OrdinalIgnoreCase);

        // A code that nothing opens any more stands in no other's way.
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await desk.Requests.SendCodeAsync(request.Id);
        foreach (var key in desk.Keys.List(person))
            desk.Keys.DeleteSuperseded(person, key.KeyId);
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        var sent = desk.World.Mail.Count;
        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Equal(sent + 1, desk.World.Mail.Count);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_was_stored_before_encryption_was_switched_on_is_served(Provider provider)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        Guid id;
        await using (var before = new DeskNode(desk.Database, desk.World, desk.Clock))
        {
            id = (await before.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Rectification) with { Corrections = [new("DeskPerson.Name", "Anna")] })).Id;
            await before.Requests.VouchForIdentityAsync(id, "signed-in");
            await before.Requests.ConfirmAsync(id);
        }

        Assert.Contains(await desk.StoredAsync(), row => row.Contains("ana@mail.example", StringComparison.Ordinal));
        await desk.DispatchAsync();
        await desk.Requests.ExecuteAsync(id);
        await desk.DispatchAsync();
        Assert.All(desk.World.Mail, mail => Assert.Equal("ana@mail.example", mail.Address));
        Assert.Equal(2, desk.World.Mail.Count);
        Assert.Equal("Anna", await desk.InScopeAsync((db, _) => db.People.Where(person => person.Id == Desk.Ana).Select(person => person.Name).SingleAsync()));
    }
}
