using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>Reads are recorded, of rows and of picked fields, whichever way a query goes.</summary>
public sealed class ReadTests
{
    private const string AllOfReader = "Reader(Email, Home.Street, Name, Taste.Genre)";

    private static readonly Dictionary<string, (Func<LibraryContext, int, Task> Read, string[] Said)> s_ways = new()
    {
        ["tracking"] = (async (db, ana) => await db.Readers.Where(one => one.Id == ana).ToListAsync(), [$"Read Row {AllOfReader} customer:1 x1"]),
        ["no tracking"] = (async (db, ana) => await db.Readers.AsNoTracking().SingleAsync(one => one.Id == ana), [$"Read Row {AllOfReader} customer:1 x1"]),
        ["synchronous"] = ((db, ana) => Task.FromResult(db.Readers.AsNoTracking().Single(one => one.Id == ana)), [$"Read Row {AllOfReader} customer:1 x1"]),
        ["find"] = (async (db, ana) => await db.Readers.FindAsync(ana), [$"Read Row {AllOfReader} customer:1 x1"]),
        ["all"] = (async (db, _) => await db.Readers.ToListAsync(), [$"Read Row {AllOfReader} customer:1 x1", $"Read Row {AllOfReader} customer:2 x1"]),
        ["include"] = (async (db, ana) => await db.Readers.Include(one => one.Loans).ThenInclude(loan => loan.Fines).SingleAsync(one => one.Id == ana),
            ["Read Row Fine(Excuse) customer:1 x1", "Read Row Loan(Remark) customer:1 x1", $"Read Row {AllOfReader} customer:1 x1"]),
        ["split"] = (async (db, ana) => await db.Readers.Include(one => one.Loans).ThenInclude(loan => loan.Fines).AsSplitQuery().SingleAsync(one => one.Id == ana),
            ["Read Row Fine(Excuse) customer:1 x1", "Read Row Loan(Remark) customer:1 x1", $"Read Row {AllOfReader} customer:1 x1"]),
        ["rows far away"] = (async (db, _) => await db.Fines.AsNoTracking().ToListAsync(), ["Read Row Fine(Excuse) customer:1 x1", "Read Row Fine(Excuse) customer:2 x1"]),
        ["lazy load"] = (async (db, ana) => Assert.Single((await db.Loans.SingleAsync(loan => loan.ReaderId == ana)).Fines),
            ["Read Row Fine(Excuse) customer:1 x1", "Read Row Loan(Remark) customer:1 x1"]),
        ["explicit load"] = (async (db, ana) => await db.Entry(await db.Readers.SingleAsync(one => one.Id == ana)).Collection(one => one.Loans).LoadAsync(),
            ["Read Row Loan(Remark) customer:1 x1", $"Read Row {AllOfReader} customer:1 x1"]),
        ["SQL by hand"] = (async (db, _) => await db.Loans.FromSql($"SELECT * FROM \"Loans\"").ToListAsync(),
            ["Read Row Loan(Remark) customer:1 x1", "Read Row Loan(Remark) customer:2 x1"]),
        ["values by hand"] = (async (db, _) => await db.Database.SqlQuery<string>($"SELECT \"Email\" AS \"Value\" FROM \"Readers\"").ToListAsync(),
            ["Read Projection Reader(Email) x2"]),
        ["projection"] = (async (db, _) => await db.Readers.Select(one => new { one.Name, one.Visits }).ToListAsync(), ["Read Projection Reader(Name) x2"]),
        ["projection with parameters"] = (async (db, ana) =>
        {
            foreach (var mail in new[] { null, "", "x" })
                await db.Readers.Where(one => one.Id == ana && one.Email != mail && !new[] { mail, "y" }.Contains(one.Email)).Select(one => one.Name).ToListAsync();
        }, ["Read Projection Reader(Name) x1", "Read Projection Reader(Name) x1", "Read Projection Reader(Name) x1"]),
        ["computed"] = (async (db, _) => await db.Readers.Select(one => one.Name + "!" + one.Id).ToListAsync(), ["Read Projection Reader(Name) x2"]),
        ["first of a projection"] = (async (db, _) => await db.Readers.OrderBy(one => one.Id).Select(one => one.Email).FirstAsync(), ["Read Projection Reader(Email) x1"]),
        ["over a reference"] = (async (db, _) => await db.Loans.Select(loan => loan.Reader!.Email).ToListAsync(), ["Read Projection Reader(Email) x2"]),
        ["of a collection"] = (async (db, ana) => await db.Readers.Where(one => one.Id == ana).Select(one => one.Loans.Select(loan => loan.Remark).ToList()).ToListAsync(),
            ["Read Projection Loan(Remark) x1"]),
        ["a projection that is broken off"] = (async (db, _) =>
        {
            await foreach (var name in db.Readers.Select(one => one.Name).AsAsyncEnumerable())
            {
                Assert.NotEmpty(name);
                break;
            }
        }, ["Read Projection Reader(Name) x1"]),
        ["the first of what is left unread"] = ((db, _) => Task.FromResult(db.Readers.Select(one => one.Name).AsEnumerable().First()), ["Read Projection Reader(Name) x1"]),
        ["the only one, broken off"] = ((db, ana) => Task.FromResult(db.Readers.Where(one => one.Id == ana).Select(one => one.Name).AsEnumerable().First()),
            ["Read Projection Reader(Name) x1"]),
        ["rows that are broken off"] = ((db, _) => Task.FromResult(db.Readers.OrderBy(one => one.Id).AsEnumerable().First()), [$"Read Row {AllOfReader} customer:1 x1"]),
        ["no row of a projection"] = ((db, _) => Task.FromResult(db.Readers.Where(one => one.Id == 0).Select(one => one.Name).AsEnumerable().FirstOrDefault()), []),
        ["aggregate"] = (async (db, _) => await db.Readers.MaxAsync(one => one.Name), ["Read Projection Reader(Name) x1"]),
        ["join"] = (async (db, _) => await db.Loans.Join(db.Readers, loan => loan.ReaderId, one => one.Id, (loan, one) => new { loan.Remark, one.Name }).ToListAsync(),
            ["Read Projection Loan(Remark) x2", "Read Projection Reader(Name) x2"]),
        ["group"] = (async (db, _) => await db.Readers.GroupBy(one => one.Name).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(),
            ["Read Projection Reader(Name) x2"]),
        ["in an owned object"] = (async (db, _) => await db.Readers.Select(one => one.Home!.Street).ToListAsync(), ["Read Projection Reader(Home.Street) x2"]),
        ["in a complex object"] = (async (db, _) => await db.Readers.Select(one => one.Taste.Genre).ToListAsync(), ["Read Projection Reader(Taste.Genre) x2"]),
        ["a complex object"] = (async (db, _) => await db.Readers.Select(one => one.Taste).ToListAsync(), ["Read Projection Reader(Taste.Genre) x2"]),
        ["EF.Property"] = (async (db, _) => await db.Readers.Select(one => EF.Property<string>(one, "Email")).ToListAsync(), ["Read Projection Reader(Email) x2"]),
        ["compiled"] = (async (db, ana) =>
        {
            var names = EF.CompileAsyncQuery((LibraryContext library, int id) => library.Readers.Where(one => one.Id == id).Select(one => one.Name));
            for (var times = 0; times < 2; times++)
                await foreach (var _ in names(db, ana))
                {
                }
        }, ["Read Projection Reader(Name) x1", "Read Projection Reader(Name) x1"]),
        ["row and projection"] = (async (db, ana) => await db.Loans.Where(loan => loan.ReaderId == ana).Select(loan => new { loan, loan.Reader!.Name }).ToListAsync(),
            ["Read Projection Reader(Name) x1", "Read Row Loan(Remark) customer:1 x1"]),
        ["nothing personal"] = (async (db, _) => await db.Readers.Select(one => new { one.Id, one.Visits, one.Taste.IsLoud, one.Home!.Country }).ToListAsync(), []),
        ["a condition alone"] = (async (db, _) => await db.Readers.Where(one => one.Name != "").OrderBy(one => one.Email).CountAsync(), []),
        ["no rows"] = (async (db, _) => await db.Readers.Where(one => one.Id == 0).ToListAsync(), []),
        ["shelves"] = (async (db, _) => await db.Shelves.ToListAsync(), []),
    };

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_read_says_what_was_read_and_whose_where_it_is_known(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, _) = await library.SeedAsync();
        var wrong = new List<string>();
        foreach (var (way, (read, expected)) in s_ways)
        {
            await library.UseAsync(db => read(db, ana));
            var said = await library.SaidAsync();
            if (!said.SequenceEqual(expected))
                wrong.Add($"{way}: {string.Join("; ", said)}");
            await library.ClearAsync();
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Reads_of_many_people_are_counted_and_not_listed()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite, options => options.PeoplePerQuery = 3);
        await library.AddAsync([.. Enumerable.Range(0, 4).Select(number => new Reader { Name = "reader", Visits = number })]);
        await library.ClearAsync();
        await library.UseAsync(async db =>
        {
            await db.Readers.ToListAsync();
            await db.Readers.AsNoTracking().Where(one => one.Visits < 3).ToListAsync();
        });
        Assert.Equal(
            [$"Read Row {AllOfReader} customer:1 x1", $"Read Row {AllOfReader} customer:2 x1", $"Read Row {AllOfReader} customer:3 x1", $"Read Row {AllOfReader} customer? x4"],
            await library.SaidAsync());
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_read()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite, options => options.Backlog = 1);
        var (ana, _) = await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            await db.Readers.Select(one => one.Name).ToListAsync();
            await Assert.ThrowsAsync<AuditUnavailableException>(() => db.Readers.Select(one => one.Name).ToListAsync());
            await Assert.ThrowsAsync<AuditUnavailableException>(() => db.Readers.ToListAsync());
            await db.Shelves.ToListAsync();
            await library.Trail.FlushAsync();
            Assert.NotNull(await db.Readers.FindAsync(ana));
        });
    }

    [Fact]
    public async Task Reads_are_not_recorded_where_they_are_not_wanted()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite, options => options.Reads = false);
        await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            await db.Readers.ToListAsync();
            await db.Readers.Select(one => one.Name).ToListAsync();
        });
        Assert.Empty(await library.RecordsAsync());
    }
}
