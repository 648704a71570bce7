using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>People of several types that share their keys.</summary>
public sealed class HierarchyKeysTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Nothing_found_of_one_type_leaves_the_keys_of_who_lives_as_another(int id, bool isRetired)
    {
        var keys = new MemorySubjectKeys(TimeProvider.System);
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var options = new DbContextOptionsBuilder<ClubContext>().AmongManyContexts().UseSqlite(connection);
        options.UseSubjectEncryption(new SubjectEncryption(keys));
        await using var db = new ClubContext(options.Options);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        db.Add(new ClubMember { Id = 1 });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var person = new PrivacySubject("customer", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        keys.Obtain(person);

        var receipt = await ErasureRun.RunAsync(
            db, RetentionCalendar.In("UTC"), TestShop.Now, person.Kind, person.Id, null,
            async (run, cancel) => await run.FindsAsync(db.Guests.IgnoreQueryFilters().Where(guest => guest.Id == id), cancel)
                ? ErasureOutcome.Erased
                : ErasureOutcome.NothingFound,
            TestContext.Current.CancellationToken);

        Assert.Equal(ErasureOutcome.NothingFound, receipt.Outcome);
        Assert.Equal(isRetired, Assert.Single(keys.List(person)).IsRetired);
    }

    /// <summary>Under another name than the erasure's no key would be found; that is said before anything is gone.</summary>
    [Fact]
    public async Task People_whom_the_erasure_calls_otherwise_than_their_keys_are_refused()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var options = new DbContextOptionsBuilder<VisitContext>().AmongManyContexts().UseSqlite(connection);
        options.UseSubjectEncryption(new SubjectEncryption(new MemorySubjectKeys(TimeProvider.System)));
        await using var db = new VisitContext(options.Options);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        db.Add(new Visit { Id = 1, GuestId = 7, Remark = "early" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ErasureRun.RunAsync(
            db, RetentionCalendar.In("UTC"), TestShop.Now, "customer/Guest", "7", null,
            async (run, cancel) =>
            {
                await run.EraseAsync(new("Visit", PrivacyAction.Erased, [], "a test", [], ""), db.Visits, cancel);
                return ErasureOutcome.Erased;
            },
            TestContext.Current.CancellationToken));

        Assert.Equal(
            "Visit is sealed by keys of a 'customer'; the erasure calls these people 'customer/Guest', and would find no keys: name it, "
            + "HasSubject(…, \"customer/Guest\").", refused.Message);
        Assert.Equal(1, await db.Visits.CountAsync(TestContext.Current.CancellationToken));
        Assert.Single(SealedKinds.Differences(db.Model, ["customer/Member", "customer/Guest"]));
        Assert.Empty(SealedKinds.Differences(db.Model, ["customer", "staff/Guest", "customer-to-be/Guest"]));
    }

    private sealed class Visit
    {
        public int Id { get; init; }

        public int GuestId { get; init; }

        public string? Remark { get; init; }
    }

    private sealed class VisitContext(DbContextOptions<VisitContext> options) : DbContext(options)
    {
        public DbSet<Visit> Visits => Set<Visit>();

        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Visit>(visit =>
        {
            visit.HasSubject(row => row.GuestId, "customer");
            visit.Property(row => row.Remark).IsEncrypted();
        });
    }

    private abstract class ClubPerson
    {
        public int Id { get; init; }
    }

    private sealed class ClubGuest : ClubPerson;

    private sealed class ClubMember : ClubPerson;

    private sealed class ClubContext(DbContextOptions<ClubContext> options) : DbContext(options)
    {
        public DbSet<ClubGuest> Guests => Set<ClubGuest>();

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<ClubPerson>().Property(person => person.Id).ValueGeneratedNever();
            model.Entity<ClubGuest>();
            model.Entity<ClubMember>();
        }
    }
}
