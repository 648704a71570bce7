using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;
using PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

namespace PolicyAsCode.Proofs.Tests.Seeding;

/// <summary>What a seed puts into a model of every shape, and that it is found again in the tables.</summary>
public sealed class SeederTests
{
    private static readonly DateTimeOffset s_now = new(2027, 2, 27, 17, 0, 0, TimeSpan.Zero);

    private static readonly PrivacyFacts s_facts = new("shapes", "Asia/Jakarta",
        [
            new(typeof(Member), "customer", true, [],
                [new("customer", [], Fields("Login", "Name.First", "Home.Street", "Homes.Street", "Profile.About", "Profile.Links.Address", "Wishes", "Shadow"),
                    new(1, RetentionUnit.Years), null, RetentionEnd.Erase, [], "LeftAt", "a year after leaving", "shapes:1")]),
            Of<Note>("Text"), Of<Visit>("Page"), Of<Bill>("Payer"),
            new(typeof(LongVisit), null, false, [], [Group("Remark")]), new(typeof(LoudNote), null, false, [], [Group("Shout")]),
        ],
        [typeof(Member)]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_of_every_shape_are_put_in_and_found_again(bool isPostgreSql)
    {
        await using var database = isPostgreSql
            ? Databases.PostgreSql<ShapesContext>(options => new(options))
            : Databases.Sqlite<ShapesContext>(options => new(options));
        await using var db = database.Connect();
        await db.Database.EnsureCreatedAsync();
        var facts = new ModelFacts(db.Model, s_facts);
        var seed = new Seeder(facts, s_now);
        await seed.SeedAsync(db);

        var dump = await Dump.TakeAsync(db);

        Assert.All(seed.Rows, row => Assert.True(row.IsIn(dump), $"{row} is not found."));
        Assert.All(dump.Tables, table => Assert.Contains(dump.Rows, row => row.Table == table));
        foreach (var row in seed.Rows.Where(row => !seed.People.Any(person => person.Role == Roles.Empty && person.Record == row)))
            foreach (var slot in facts.Groups(row.Type).SelectMany(group => group.Fields).SelectMany(field => Slot.Of(row, field.Name)))
            {
                var cell = slot.Holder.Cell(slot.Property, dump);
                Assert.True(cell is null || Marks.In(cell).Any(), $"{row}: {slot.Property.DeclaringType.ShortName()}.{slot.Property.Name} is '{cell}'.");
            }

        var first = seed.People.Single(person => person.Role == Roles.First);
        Assert.All(s_facts.Entities[0].Groups[0].Fields, field => Assert.All(
            Slot.Of(first.Record, field.Name), slot => Assert.False(slot.IsBlank(dump), $"{field.Name} is empty.")));
        Assert.All(s_facts.Entities[0].Groups[0].Fields, field => Assert.NotEmpty(Slot.Of(first.Record, field.Name)));
        Assert.Contains(seed.People, person => person.Role == Roles.Hidden);
        Assert.Equal(
            seed.Rows.Count(row => row.Type.ClrType == typeof(Member) && row.Values[row.Type.FindProperty("IsDeleted")!] is false),
            await db.Set<Member>().CountAsync());
    }

    [Fact]
    public async Task The_same_model_is_seeded_the_same_twice()
    {
        var dumps = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var database = Databases.Sqlite<ShapesContext>(options => new(options));
            await using var db = database.Connect();
            await db.Database.EnsureCreatedAsync();
            await new Seeder(new(db.Model, s_facts), s_now).SeedAsync(db);
            dumps.Add(string.Join('\n', (await Dump.TakeAsync(db)).Rows
                .Select(row => $"{row} {string.Join('|', row.Cells)}").Order(StringComparer.Ordinal)));
        }

        Assert.Equal(dumps[0], dumps[1]);
    }

    /// <summary>A hold is put on somebody wherever it lies; each of them on somebody else.</summary>
    [Fact]
    public async Task A_hold_in_a_complex_object_is_put_on_somebody()
    {
        string[] holds = ["Name.IsDisputed", "Name.Spelling.IsDisputed"];
        await using var database = Databases.Sqlite<ShapesContext>(options => new(options));
        await using var db = database.Connect();
        await db.Database.EnsureCreatedAsync();
        var seed = new Seeder(new(db.Model, Holding(holds)), s_now);
        await seed.SeedAsync(db);

        var dump = await Dump.TakeAsync(db);
        var members = seed.Rows.Where(row => row.Type.ClrType == typeof(Member)).ToList();
        foreach (var hold in holds)
        {
            var held = members.Where(row => Assert.Single(Slot.Of(row, hold)).Cell(dump) == "1")
                .Select(row => seed.People.Single(person => person.Record == row).Role).ToList();
            Assert.All(held, role => Assert.StartsWith(Roles.OnHold, role, StringComparison.Ordinal));
            Assert.Single(held, role => !role.Contains(", with ", StringComparison.Ordinal));
            Assert.Single(held, role => role.EndsWith(", with nothing else", StringComparison.Ordinal));
            Assert.Contains(held, role => role.EndsWith(" only", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("IsGone")]
    [InlineData("Name.IsGone")]
    [InlineData("Nowhere.IsDisputed")]
    public void A_declared_hold_that_the_model_lacks_is_no_proof(string hold)
    {
        using var db = new ShapesContext(new DbContextOptionsBuilder<ShapesContext>().UseSqlite("Data Source=:memory:").Options);
        var thrown = Assert.Throws<InvalidOperationException>(() => new ModelFacts(db.Model, Holding(hold)));
        Assert.Contains($"Member.{hold}", thrown.Message, StringComparison.Ordinal);
    }

    private static PrivacyFacts Holding(params string[] holds) =>
        s_facts with { Entities = s_facts.Entities.SetItem(0, s_facts.Entities[0] with { Holds = [.. holds] }) };

    private static EntityFacts Of<TEntity>(string field) => new(typeof(TEntity), null, false, [], [Group(field)]);

    private static FieldGroupFacts Group(string field) => new(
        "customer", [new("MemberId", typeof(Member))], Fields(field), new(1, RetentionUnit.Years), null, RetentionEnd.Erase,
        [new("MemberId", typeof(Member))], "LeftAt", "a year after leaving", "shapes:1");

    private static System.Collections.Immutable.ImmutableArray<FieldFacts> Fields(params string[] names) =>
        [.. names.Select(name => new FieldFacts(name, true, false))];
}
