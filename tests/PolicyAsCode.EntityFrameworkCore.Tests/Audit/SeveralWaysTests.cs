using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>Rows of two people, rows that are somebody's by another way than the nearest, and nobody's rows.</summary>
public sealed class SeveralWaysTests : IAsyncDisposable
{
    private static readonly AuditFacts s_facts = new("post", "Post", [], null, null,
    [
        new(typeof(Member), "customer", [], [new("Name", ["contact.name"], true)]),
        new(typeof(Guest), "customer", [], [new("Name", ["contact.name"], true)]),
        new(typeof(Letter), "customer", [new("SenderId", typeof(Person))], [new("Text", ["communication.message"], true)])
        {
            Further = [[new("RecipientId", typeof(Person))], [new("FolderId", typeof(Folder)), new("OwnerId", typeof(Person))]],
        },
        new(typeof(Parcel), "customer", [new("OwnerId", typeof(Person))], [new("Note", ["communication.message"], true)]),
        new(typeof(Gift), "customer", [new("OwnerId", typeof(Person))],
            [new("Note", ["communication.message"], true), new("Wish", ["communication.message"], true)]),
    ]);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"policy-post-{Guid.NewGuid():N}.db");
    private ServiceProvider _services = null!;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Everybody_is_found_by_every_way_and_what_leads_to_nobody_is_counted(Provider provider)
    {
        await SeedAsync(provider);
        var reports = _services.GetRequiredService<IBreachReports>();
        var letters = await reports.ReportAsync(BreachScope.Leaked("Letter"), TestShop.Now);
        Assert.Equal([new BreachedPeople("customer", 3, 0)], letters.People);
        Assert.Equal([new UnnamedAccess("Letter", AuditWay.Row, 0, 2)], letters.Unnamed);
        Assert.Equal(["1", "2", "3"], await NamesAsync(BreachScope.Leaked("Letter")));
        // Two kinds of records that derive from one are people of one table.
        var people = await reports.ReportAsync(BreachScope.Leaked("Member", "Guest"), TestShop.Now);
        Assert.Equal([new BreachedPeople("customer", 4, 0)], people.People);
        Assert.Empty(people.Unnamed);
        Assert.Equal(["1", "2", "3", "4"], await NamesAsync(BreachScope.Leaked("Member", "Guest", "Letter")));
        Assert.Equal(["3", "4"], await NamesAsync(BreachScope.Leaked("Guest")));
    }

    /// <summary>The rows of a class are those of what derives from it as well: each is nobody's once, as what it is.</summary>
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Nobodys_rows_of_a_hierarchy_are_counted_once(Provider provider)
    {
        await SeedAsync(provider);
        await using (var scope = _services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PostContext>();
            db.AddRange(
                new Parcel(), new Parcel(), new Parcel { OwnerId = 1 }, new HeavyParcel(), new Gift(), new Gift { OwnerId = 1 }, new SmallGift(), new SmallGift());
            await db.SaveChangesAsync();
        }

        var reports = _services.GetRequiredService<IBreachReports>();
        Assert.Equal(
            [("Gift", 3), ("Parcel", 3)], await NobodysAsync(BreachScope.Leaked("Parcel", "Gift")));
        Assert.Equal([("Gift", 3)], await NobodysAsync(BreachScope.Leaked("Gift")));
        // What has leaked of the one alone has leaked of its rows that are the other, too.
        Assert.Equal([("Parcel", 6)], await NobodysAsync(BreachScope.Leaked("Parcel")));

        async Task<IEnumerable<(string, int)>> NobodysAsync(BreachScope scope) =>
            (await reports.ReportAsync(scope, TestShop.Now)).Unnamed.Select(rows => (rows.Entity, (int)rows.Rows));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_row_of_two_people_is_recorded_of_both(Provider provider)
    {
        var since = DateTimeOffset.UtcNow.AddMinutes(-1);
        await SeedAsync(provider);
        Assert.Equal(["Created Letter 1 x1", "Created Letter 2 x1", "Created Letter 3 x1", "Created Letter ? x1", "Created Letter ? x1"], await SaidAsync(AuditAction.Created));
        await using (var scope = _services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PostContext>().Letters.AsNoTracking().ToListAsync();
        Assert.Equal(["Read Letter 1 x1", "Read Letter 2 x1", "Read Letter 3 x1", "Read Letter ? x1", "Read Letter ? x1"], await SaidAsync(AuditAction.Read));
        Assert.Equal(["1", "2", "3"], await NamesAsync(BreachScope.Accessed(since, since.AddHours(1), "Letter")));
    }

    /// <summary>A guest's folder goes with them, and the letter in it.</summary>
    [Fact]
    public async Task What_goes_with_a_person_by_any_way_is_recorded_once()
    {
        await SeedAsync(Provider.Sqlite);
        await using (var scope = _services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PostContext>();
            db.Remove(await db.Set<Guest>().SingleAsync(guest => guest.Id == 3));
            await db.SaveChangesAsync();
        }

        Assert.Equal(["Deleted Letter 3 x?"], await SaidAsync(AuditAction.Deleted));
    }

    public async ValueTask DisposeAsync()
    {
        await using (var scope = _services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PostContext>().Database.EnsureDeletedAsync();
        await _services.DisposeAsync();
    }

    private void Open(Provider provider)
    {
        var services = new ServiceCollection();
        services.AddPrivacyAudit<PostContext>(facts: s_facts);
        services.AddDbContext<PostContext>((scope, options) =>
        {
            if (provider == Provider.Sqlite)
            {
                options.UseSqlite($"Data Source={_file};Pooling=False");
            }
            else
            {
                var server = Environment.GetEnvironmentVariable("POLICYASCODE_POSTGRES");
                Assert.SkipUnless(!string.IsNullOrEmpty(server), "PostgreSQL: set POLICYASCODE_POSTGRES, as .ci/run does");
                options.UseNpgsql(new NpgsqlConnectionStringBuilder(server)
                {
                    Database = Path.GetFileNameWithoutExtension(_file).Replace('-', '_'),
                }.ConnectionString);
            }

            options.AmongManyContexts().UsePrivacyAudit(scope);
        });
        _services = services.BuildServiceProvider();
    }

    /// <summary>A letter between two, one in somebody's folder, one in nobody's and one of nobody.</summary>
    private async Task SeedAsync(Provider provider)
    {
        Open(provider);
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PostContext>();
        await db.Database.EnsureCreatedAsync();
        db.AddRange(new Member { Id = 1 }, new Member { Id = 2 }, new Guest { Id = 3 }, new Guest { Id = 4 });
        await db.SaveChangesAsync();
        db.AddRange(new Folder { Id = 1, OwnerId = 3 }, new Folder { Id = 2 });
        await db.SaveChangesAsync();
        db.AddRange(
            new Letter { SenderId = 1, RecipientId = 2, Text = "hi" }, new Letter { FolderId = 1, Text = "hi" }, new Letter { FolderId = 2, Text = "hi" },
            new Letter { Text = "hi" });
        await db.SaveChangesAsync();
    }

    private async Task<List<string>> NamesAsync(BreachScope scope)
    {
        var names = new List<string>();
        await foreach (var person in _services.GetRequiredService<IBreachReports>().PeopleAsync(scope))
            names.Add(person.Id);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private async Task<IEnumerable<string>> SaidAsync(AuditAction action)
    {
        await _services.GetRequiredService<IAuditTrail>().FlushAsync();
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PostContext>();
        var people = await db.Set<PrivacyAuditPerson>().ToDictionaryAsync(person => person.Pseudonym, person => person.SubjectId);
        var records = await db.Set<PrivacyAuditRecord>().AsNoTracking().Where(record => record.Entity == "Letter" && record.Action == action).ToListAsync();
        return records.Select(record => $"{record.Action} {record.Entity} {(record.Person is { } name ? people[name] : "?")} x{record.Rows?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}").Order(StringComparer.Ordinal);
    }

    public sealed class PostContext(DbContextOptions<PostContext> options) : DbContext(options)
    {
        public DbSet<Letter> Letters => Set<Letter>();

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Person>();
            model.Entity<Member>();
            model.Entity<Guest>();
            model.Entity<Folder>().HasOne<Person>().WithMany().HasForeignKey(folder => folder.OwnerId).OnDelete(DeleteBehavior.Cascade);
            model.Entity<Letter>().HasOne<Person>().WithMany().HasForeignKey(letter => letter.SenderId);
            model.Entity<Letter>().HasOne<Person>().WithMany().HasForeignKey(letter => letter.RecipientId);
            model.Entity<Letter>().HasOne<Folder>().WithMany().HasForeignKey(letter => letter.FolderId).OnDelete(DeleteBehavior.Cascade);
            model.Entity<Parcel>().HasOne<Person>().WithMany().HasForeignKey(parcel => parcel.OwnerId);
            model.Entity<HeavyParcel>();
            model.Entity<Gift>();
            model.Entity<SmallGift>();
            model.UsePrivacy();
        }
    }

    public abstract class Person
    {
        public int Id { get; init; }

        public string Name { get; set; } = "somebody";
    }

    public sealed class Member : Person;

    public sealed class Guest : Person;

    public sealed class Folder
    {
        public int Id { get; init; }

        public int? OwnerId { get; init; }
    }

    public class Parcel
    {
        public int Id { get; init; }

        public int? OwnerId { get; init; }

        public string Note { get; set; } = "";
    }

    public sealed class HeavyParcel : Parcel;

    public class Gift : Parcel
    {
        public string Wish { get; set; } = "";
    }

    public sealed class SmallGift : Gift;

    public sealed class Letter
    {
        public int Id { get; init; }

        public int? SenderId { get; init; }

        public int? RecipientId { get; init; }

        public int? FolderId { get; init; }

        public string Text { get; set; } = "";
    }
}
