using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Mapping;

/// <summary>Which query filters an erasure heeds: those that say whose rows a context may see. In doubt it refuses.</summary>
public sealed class VisibilityTests
{
    private static readonly AsyncLocal<int> s_tenant = new();

    public static int Tenant => s_tenant.Value;

    public static TheoryData<string> OfAnotherTenant => ["property of a static", "method of a static", "captured", "context", "one of several", "either or"];

    public static TheoryData<string> Hidden => ["deleted", "switch", "time", "literal"];

    public static TheoryData<string> InDoubt => ["level", "level of a static"];

    [Theory]
    [MemberData(nameof(OfAnotherTenant))]
    public async Task A_subject_of_another_tenant_is_not_there(string filter)
    {
        Assert.Equal(ErasureOutcome.NothingFound, await FindAsync(filter, tenant: 2));
        Assert.Equal(ErasureOutcome.Erased, await FindAsync(filter, tenant: 1));
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task A_hidden_subject_is_there(string filter) =>
        Assert.Equal(ErasureOutcome.Erased, await FindAsync(filter, tenant: 1));

    [Theory]
    [MemberData(nameof(InDoubt))]
    public async Task A_filter_of_which_nobody_can_tell_is_refused_by_name(string filter)
    {
        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => FindAsync(filter, tenant: 1));
        Assert.Contains($"'{filter}' of Guest", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Level", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<ErasureOutcome> FindAsync(string filter, int tenant)
    {
        s_tenant.Value = tenant;
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var options = new DbContextOptionsBuilder<Hotel>().UseSqlite(connection).AmongManyContexts()
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, EachItsOwn>().Options;
        await using var db = new Hotel(options, filter, tenant);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        db.Add(new Guest { Id = 7, TenantId = 1, Level = 1, IsDeleted = true });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.ChangeTracker.Clear();
        var receipt = await ErasureRun.RunAsync(
            db, RetentionCalendar.In("UTC"), DateTimeOffset.UnixEpoch, "guest", "7", null,
            async (run, cancel) => await run.FindsAsync(db.Guests.IgnoreQueryFilters().Where(guest => guest.Id == 7), cancel)
                ? ErasureOutcome.Erased
                : ErasureOutcome.NothingFound,
            TestContext.Current.CancellationToken);
        return receipt.Outcome;
    }

    private sealed class EachItsOwn : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }

    private static class Current
    {
        public static int Tenant() => VisibilityTests.Tenant;
    }

    public sealed class Guest
    {
        public int Id { get; set; }

        public int TenantId { get; set; }

        public int Level { get; set; }

        public bool IsDeleted { get; set; }

        public DateTime? GoneAt { get; set; }
    }

    private sealed class Hotel(DbContextOptions<Hotel> options, string filter, int tenant) : DbContext(options)
    {
        public DbSet<Guest> Guests => Set<Guest>();

        private int Mine { get; } = tenant;

        private bool ShowsDeleted { get; }

        protected override void OnModelCreating(ModelBuilder model)
        {
            var captured = Mine;
            var several = new[] { Mine };
            var guests = model.Entity<Guest>();
            guests.Property(guest => guest.Id).ValueGeneratedNever();
            _ = filter switch
            {
                "property of a static" => guests.HasQueryFilter(filter, guest => guest.TenantId == Tenant && !guest.IsDeleted),
                "method of a static" => guests.HasQueryFilter(filter, guest => guest.TenantId == Current.Tenant()),
                "captured" => guests.HasQueryFilter(filter, guest => guest.TenantId == captured),
                "context" => guests.HasQueryFilter(filter, guest => guest.TenantId == Mine),
                "one of several" => guests.HasQueryFilter(filter, guest => several.Contains(guest.TenantId)),
                "either or" => guests.HasQueryFilter(filter, guest => guest.TenantId == Tenant || guest.Level > 8),
                "deleted" => guests.HasQueryFilter(filter, guest => !guest.IsDeleted),
                "switch" => guests.HasQueryFilter(filter, guest => ShowsDeleted || !guest.IsDeleted),
                "time" => guests.HasQueryFilter(filter, guest => guest.GoneAt > DateTime.UtcNow),
                "literal" => guests.HasQueryFilter(filter, guest => guest.Level != 1),
                "level" => guests.HasQueryFilter(filter, guest => guest.Level > Mine),
                "level of a static" => guests.HasQueryFilter(filter, guest => guest.Level > Tenant),
                _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
            };
        }
    }
}
