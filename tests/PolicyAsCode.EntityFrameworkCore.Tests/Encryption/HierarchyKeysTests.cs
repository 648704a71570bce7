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
