using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>Changes are recorded in their transaction: which fields, whose, by whom and for what; never the values.</summary>
public sealed class ChangeTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_new_row_is_the_persons_whose_key_the_database_makes(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var ana = new Reader
        {
            Name = "Ana", Home = new() { Street = "Jalan 1" },
            Loans = { new() { Remark = "torn", Fines = { new() { Excuse = "the dog" }, new() { Excuse = "the cat" } } } },
        };
        Assert.Equal(4, await library.AddAsync(ana));

        Assert.Equal(
        [
            $"Created Row Fine(Excuse) customer:{ana.Id} x2", $"Created Row Loan(Remark) customer:{ana.Id} x1",
            $"Created Row Reader(Home.Street, Name) customer:{ana.Id} x1",
        ], await library.SaidAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_change_says_which_fields_and_a_deletion_all_of_them(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, budi) = await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            var (reader, other) = (await db.Readers.FindAsync(ana), await db.Readers.FindAsync(budi));
            reader!.Email = "new@mail.example";
            reader.Visits++;
            reader.Home!.Street = "Jalan 2";
            other!.Taste.Genre = "crime";
            other.Home = null;
            await db.SaveChangesAsync();
            db.Remove(reader);
            await db.SaveChangesAsync();
        });

        Assert.Equal(
        [
            $"Changed Row Reader(Email, Home.Street) customer:{ana} x1", $"Changed Row Reader(Home.Street, Taste.Genre) customer:{budi} x1",
            $"Deleted Cascade Fine(Excuse) customer:{ana}", $"Deleted Cascade Loan(Remark) customer:{ana}",
            $"Deleted Row Reader(Email, Home.Street, Name, Taste.Genre) customer:{ana} x1",
        ], (await library.SaidAsync()).Where(said => !said.StartsWith("Read", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_is_not_personal_and_what_does_not_change_leaves_no_record(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, _) = await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            var reader = await db.Readers.FindAsync(ana);
            reader!.Visits++;
            reader.Taste.IsLoud = true;
            reader.Home!.Country = "SG";
            reader.Name = new string(reader.Name.AsSpan());
            db.Add(new Shelf { Label = "A" });
            await db.SaveChangesAsync();
        });

        Assert.DoesNotContain(await library.RecordsAsync(), record => record.Action != AuditAction.Read);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_row_that_is_given_to_somebody_else_is_recorded_of_both(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, budi) = await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            var loan = await db.Loans.SingleAsync(one => one.ReaderId == ana);
            loan.ReaderId = budi;
            await db.SaveChangesAsync();
        });

        var said = await library.SaidAsync();
        Assert.Contains($"Changed Row Loan(Remark) customer:{ana} x1", said);
        Assert.Contains($"Changed Row Loan(Remark) customer:{budi} x1", said);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_is_rolled_back_leaves_no_record(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, _) = await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.Readers.FindAsync(ana))!.Name = "kept";
            await db.SaveChangesAsync();
            await transaction.CreateSavepointAsync("here");
            db.Add(new Reader { Name = "undone" });
            await db.SaveChangesAsync();
            await transaction.RollbackToSavepointAsync("here");
            await transaction.CommitAsync();
        });
        await library.UseAsync(async db =>
        {
            db.Add(new Reader { Id = ana, Name = "twice" });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new Reader { Name = "undone" });
            await db.SaveChangesAsync();
        });

        Assert.Equal(
            [$"Changed Row Reader(Name) customer:{ana} x1"],
            (await library.SaidAsync()).Where(said => !said.StartsWith("Read", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Provider.Sqlite, AutoTransactionBehavior.Never)]
    [InlineData(Provider.Sqlite, AutoTransactionBehavior.WhenNeeded)]
    [InlineData(Provider.PostgreSql, AutoTransactionBehavior.Never)]
    public async Task A_record_that_cannot_be_written_undoes_the_change(Provider provider, AutoTransactionBehavior behavior)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, _) = await library.SeedAsync();
        await library.SqlAsync("DROP TABLE privacy_audit");
        await library.UseAsync(async db =>
        {
            db.Database.AutoTransactionBehavior = behavior;
            (await db.Readers.AsTracking().SingleAsync(reader => reader.Id == ana)).Name = "unseen";
            await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
            Assert.Equal(behavior, db.Database.AutoTransactionBehavior);
        });

        Assert.Equal("Ana-name", await library.AskAsync(db => db.Readers.Where(reader => reader.Id == ana).Select(reader => reader.Name).SingleAsync()));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Synchronous_saves_are_recorded_as_well(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, _) = await library.SeedAsync();
        await library.UseAsync(db =>
        {
            db.Readers.Single(reader => reader.Id == ana).Name = "other";
            db.SaveChanges();
            using var transaction = db.Database.BeginTransaction();
            db.Add(new Fine { LoanId = db.Loans.Single(loan => loan.ReaderId == ana).Id, Excuse = "none" });
            db.SaveChanges();
            transaction.Commit();
            return Task.CompletedTask;
        });

        var said = await library.SaidAsync();
        Assert.Contains($"Changed Row Reader(Name) customer:{ana} x1", said);
        Assert.Contains($"Created Row Fine(Excuse) customer:{ana} x1", said);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_person_is_found_over_rows_that_nobody_has_loaded(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, budi) = await library.SeedAsync();
        var loans = await library.AskAsync(db => db.Loans.ToDictionaryAsync(loan => loan.ReaderId, loan => loan.Id));
        await library.AddAsync(new Fine { LoanId = loans[ana], Excuse = "one" }, new Fine { LoanId = loans[budi], Excuse = "two" });

        var said = await library.SaidAsync();
        Assert.Contains($"Created Row Fine(Excuse) customer:{ana} x1", said);
        Assert.Contains($"Created Row Fine(Excuse) customer:{budi} x1", said);
    }

    [Fact]
    public async Task A_context_that_retries_records_the_same()
    {
        await using var library = await Library.OpenAsync(Provider.PostgreSql, retries: true);
        var (ana, _) = await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            db.Add(new Loan { ReaderId = ana, Remark = "late" });
            await db.SaveChangesAsync();
            await db.Fines.ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Loans\"");
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Add(new Reader { Name = "new" });
                await db.SaveChangesAsync();
                await db.Database.ExecuteSqlRawAsync("UPDATE \"Readers\" SET \"Email\" = NULL");
                await transaction.CommitAsync();
            });
        });
        Assert.Equal(
        [
            "Changed Sql Reader(Email) x3", $"Created Row Loan(Remark) customer:{ana} x1", "Created Row Reader(Name) customer:3 x1",
            "Deleted Bulk Fine(Excuse) x2", "Deleted Cascade Fine(Excuse)", "Deleted Sql Loan(Remark) x3",
        ], await library.SaidAsync());
        await library.Trail.SealAsync();
        Assert.True((await library.Trail.VerifyAsync()).IsIntact);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_name_that_no_column_can_hold_keeps_nothing_from_being_recorded(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, _) = await library.SeedAsync();
        (library.Current, library.Purposes) = (new("staff", new string('x', 300)), [new string('y', 3000)]);
        await library.UseAsync(db => db.Readers.Where(one => one.Id == ana).ToListAsync());
        var record = Assert.Single(await library.RecordsAsync());
        Assert.StartsWith("sha256:", (await library.Trail.WhoAsync(record.Actor))!.Id, StringComparison.Ordinal);
        Assert.Single(await library.Trail.AboutAsync("customer", ana.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task It_says_who_when_and_for_what_and_never_a_value()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite);
        library.Purposes = ["transactions"];
        await library.AddAsync(new Reader { Name = "Ana-secret", Email = "ana-secret@mail.example" });
        using (library.Trail.For("communication"))
        {
            using (library.Trail.For("security", "fraud-prevention"))
                await library.AddAsync(new Reader { Name = "Budi-secret" });
            await library.UseAsync(db => db.Readers.Select(reader => reader.Name).ToListAsync());
        }

        (library.Current, library.Purposes) = (null, []);
        await library.UseAsync(db => db.Readers.Where(reader => reader.Name == "Budi-secret").ExecuteUpdateAsync(
            set => set.SetProperty(reader => reader.Email, "budi-secret@mail.example")));
        var records = await library.RecordsAsync();
        Assert.Equal(
            ["transactions", "security, fraud-prevention", "communication", ""], records.OrderBy(record => record.Action switch
            {
                AuditAction.Created => record.Purposes == "transactions" ? 0 : 1,
                AuditAction.Read => 2,
                _ => 3,
            }).Select(record => record.Purposes));
        Assert.All(records, record => Assert.Equal(TestShop.Now, record.At));
        Assert.Equal(AuditActor.Process, records.Single(record => record.Action == AuditAction.Changed).ActorKind);
        var eko = Assert.Single(records.Where(record => record.ActorKind == "staff").Select(record => record.Actor).Distinct());
        Assert.Equal(new PrivacySubject("staff", "eko"), await library.Trail.WhoAsync(eko));
        Assert.DoesNotContain("secret", await library.TrailTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_the_policy_wants_recorded_is_recorded()
    {
        // The policy of the tests promises nothing; a copy of what was generated promises e-mail addresses.
        var facts = GeneratedAudit<LibraryContext>.Find()!;
        Assert.False(facts.IsPromised);
        var promised = facts with
        {
            Entities = [.. facts.Entities.Select(entity => entity with
            {
                Fields = [.. entity.Fields.Select(field => field with { IsAudited = field.Categories.Contains("contact.email") })],
            })],
        };
        Assert.True(promised.IsPromised);
        var options = new DbContextOptionsBuilder<LibraryContext>().UseSqlite("Data Source=:memory:").AmongManyContexts().Options;
        await using var db = new LibraryContext(options);
        var row = Assert.Single(new AuditModel(db.Model, promised, everything: false).Rows);
        Assert.Equal("Reader", row.Name);
        Assert.Equal(["Email", "Taste.Genre"], row.Fields.Select(field => field.Name).Order());
    }
}
