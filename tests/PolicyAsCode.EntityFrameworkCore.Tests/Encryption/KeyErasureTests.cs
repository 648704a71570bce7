using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>The keys of people who are erased without a request.</summary>
public sealed class KeyErasureTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task They_go_when_their_grace_is_over(Provider provider)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        var key = desk.Keys.Obtain(desk.Ana);
        var receipt = await desk.InScopeAsync((_, erasure) => erasure.EraseAsync("customer", desk.Ana.Id.ToUpperInvariant()));
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        // It seals no longer from then on. Who asked is not in the clear.
        Assert.NotNull(Assert.Single(desk.Keys.List(desk.Ana)).SupersededAt);
        Assert.DoesNotContain(await desk.StoredAsync(), row => row.Contains(desk.Ana.Id, StringComparison.OrdinalIgnoreCase));
        await desk.Rotation.RunAsync();
        Assert.NotNull(desk.Keys.Find(key.Id));
        // The outbox sends nothing of it.
        Assert.Equal(0, await desk.Outbox.DispatchAsync());

        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await desk.Rotation.RunAsync();
        Assert.Null(desk.Keys.Find(key.Id));
        Assert.Empty(await desk.Outbox.PendingAsync());
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await desk.Rotation.RunAsync();
        Assert.Empty(desk.Keys.Superseded());
        // Once more: there is nobody, and there are no keys.
        await desk.InScopeAsync((_, erasure) => erasure.EraseAsync("customer", desk.Ana.Id));
        Assert.Empty(await desk.Outbox.PendingAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite, true)]
    [InlineData(Provider.Sqlite, false)]
    [InlineData(Provider.PostgreSql, true)]
    [InlineData(Provider.PostgreSql, false)]
    public async Task In_the_callers_transaction_they_go_if_it_commits(Provider provider, bool commits)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        var key = desk.Keys.Obtain(desk.Ana);
        await desk.InScopeAsync(async (db, erasure) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await erasure.EraseAsync("customer", desk.Ana.Id);
            // Whether it commits is not known yet, and the process may die right after it has.
            Assert.Null(Assert.Single(desk.Keys.List(desk.Ana)).SupersededAt);
            if (commits)
                await transaction.CommitAsync();
            return 0;
        });
        await desk.Rotation.RunAsync();
        Assert.Equal(commits, Assert.Single(desk.Keys.List(desk.Ana)).IsRetired);
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await desk.Rotation.RunAsync();
        Assert.Equal(commits, desk.Keys.Find(key.Id) is null);
        Assert.Equal(commits ? 1 : 2, await desk.InScopeAsync((db, _) => db.People.CountAsync()));
    }

    /// <summary>Their row is gone, and backups are read by the keys: a hold that is placed meanwhile keeps them.</summary>
    [Fact]
    public async Task They_stay_where_a_hold_is_placed_on_somebody_who_is_not_found()
    {
        await using var desk = await SealedDesk.OpenAsync(Provider.PostgreSql);
        desk.Keys.Obtain(desk.Ana);
        var receipt = await desk.InScopeAsync((db, _) => ErasureRun.RunAsync(
            db, RetentionCalendar.In("UTC"), desk.Clock.GetUtcNow(), desk.Ana.Kind, desk.Ana.Id, null,
            async (_, cancel) =>
            {
                await desk.InScopeAsync(async (other, _) =>
                {
                    await LegalHolds.PlaceAsync(
                        other, new PrivacyHold(Guid.CreateVersion7(), desk.Ana.Kind, desk.Ana.Id, "a lawsuit", desk.Clock.GetUtcNow(), null), cancel);
                    return 0;
                });
                return ErasureOutcome.NothingFound;
            },
            TestContext.Current.CancellationToken));
        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
        Assert.Null(Assert.Single(desk.Keys.List(desk.Ana)).SupersededAt);
        Assert.Empty(await desk.Outbox.PendingAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task They_stay_where_nobody_was_erased(Provider provider)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        var foreign = Guid.NewGuid();
        await desk.InScopeAsync((db, _) =>
        {
            db.Add(new DeskPerson { Id = foreign, Name = "citra", Tenant = "another" });
            return db.SaveChangesAsync();
        });
        var subject = new PrivacySubject("customer", foreign.ToString());
        var (hers, anas) = (desk.Keys.Obtain(subject), desk.Keys.Obtain(desk.Ana));
        Assert.Equal(ErasureOutcome.NothingFound, (await desk.InScopeAsync((_, erasure) => erasure.EraseAsync("customer", subject.Id))).Outcome);
        await desk.InScopeAsync((_, erasure) => erasure.EraseAsync("customer", desk.Ana.Id, new(DryRun: true)));
        await desk.InScopeAsync(async (db, erasure) =>
        {
            db.Add(new DeskNote { Id = 9, PersonId = Desk.Ana });
            await Assert.ThrowsAsync<InvalidOperationException>(() => erasure.EraseAsync("customer", desk.Ana.Id));
            return 0;
        });

        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await desk.Rotation.RunAsync();
        Assert.Equal((hers.Id, anas.Id), (desk.Keys.Obtain(subject).Id, desk.Keys.Obtain(desk.Ana).Id));
        Assert.Empty(await desk.Outbox.PendingAsync());
    }

    [Fact]
    public async Task A_request_asks_for_their_end_once()
    {
        await using var desk = await SealedDesk.OpenAsync(Provider.Sqlite);
        desk.Keys.Obtain(desk.Ana);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.ExecuteAsync(request.Id);
        Assert.Equal(["Confirmed", "Done", "subject-keys"], (await desk.Outbox.PendingAsync()).Select(message => message.Topic).Order());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Without_the_run_times_tables_they_go_with_the_erasures_own_transaction_or_it_is_refused(Provider provider)
    {
        var clock = new MovingTime();
        await using var database = await ClinicDatabase.OpenAsync(provider, new MemorySubjectKeys(clock));
        var budi = SealingTests.Budi();
        await database.AddAsync(budi);
        var person = new PrivacySubject("patient", budi.Id.ToString());
        await using (var db = database.Connect())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => EraseAsync(db));
            Assert.Contains("UsePrivacy()", error.Message, StringComparison.Ordinal);
            Assert.Equal(1, await db.Patients.CountAsync());
        }

        Assert.Null(Assert.Single(database.Keys.List(person)).SupersededAt);
        await using (var db = database.Connect())
            await EraseAsync(db);
        Assert.True(Assert.Single(database.Keys.List(person)).IsRetired);

        Task<ErasureReceipt> EraseAsync(ClinicContext db) => ErasureRun.RunAsync(
            db, RetentionCalendar.In("Asia/Jakarta"), clock.GetUtcNow(), "patient", person.Id, null,
            async (run, stop) =>
            {
                await run.EraseAsync(
                    new("Patient", PrivacyAction.Erased, [], "asked for", [], ""), db.Patients.Where(row => row.Id == budi.Id), stop);
                return ErasureOutcome.Erased;
            },
            default);
    }
}
