using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>Statements over many rows pass by the change tracker: they are recorded by fields and number of rows.</summary>
public sealed class BulkTests
{
    private static readonly Dictionary<string, (Func<LibraryContext, Task> Run, string[] Said)> s_ways = new()
    {
        ["delete"] = (db => db.Fines.Where(fine => fine.Excuse != null).ExecuteDeleteAsync(), ["Deleted Bulk Fine(Excuse) x2"]),
        ["delete with what hangs on it"] = (db => db.Loans.ExecuteDeleteAsync(), ["Deleted Bulk Loan(Remark) x2", "Deleted Cascade Fine(Excuse)"]),
        ["update"] = (db => db.Readers.ExecuteUpdateAsync(set => set.SetProperty(one => one.Email, (string?)null).SetProperty(one => one.Visits, 3)), ["Changed Bulk Reader(Email) x2"]),
        ["update from another field"] = (db => db.Readers.ExecuteUpdateAsync(set => set.SetProperty(one => one.Email, one => one.Name)), ["Changed Bulk Reader(Email) x2"]),
        ["update of what is not personal"] = (db => db.Readers.ExecuteUpdateAsync(set => set.SetProperty(one => one.Visits, one => one.Visits + 1)), []),
        ["nothing found"] = (db => db.Fines.Where(fine => fine.Id < 0).ExecuteDeleteAsync(), []),
        ["synchronous"] = (db => Task.FromResult(db.Fines.ExecuteDelete()), ["Deleted Bulk Fine(Excuse) x2"]),
        ["SQL"] = (db => db.Database.ExecuteSqlAsync($"UPDATE \"Readers\" SET \"Email\" = {"x"}"), ["Changed Sql Reader(Email) x2"]),
        ["SQL that deletes"] = (db => db.Database.ExecuteSqlRawAsync("delete from \"Fines\""), ["Deleted Sql Fine(Excuse) x2"]),
        ["SQL that inserts"] = (db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"Fines\" (\"LoanId\", \"Excuse\") SELECT \"Id\", 'none' FROM \"Loans\""), ["Created Sql Fine(Excuse) x2"]),
        ["SQL over another table"] = (db => db.Database.ExecuteSqlRawAsync("UPDATE \"Shelves\" SET \"Label\" = 'Email'"), []),
        ["shelves"] = (db => db.Shelves.ExecuteDeleteAsync(), []),
    };

    /// <summary>Reads are written late, and who acts or is stated comes without a row: none of it brings an erased person back.</summary>
    [Fact]
    public async Task Whoever_was_erased_does_not_come_back_as_an_actor_or_as_somebody_stated()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite);
        var (ana, budi) = await library.SeedAsync();
        var (her, him) = (ana.ToString(System.Globalization.CultureInfo.InvariantCulture), budi.ToString(System.Globalization.CultureInfo.InvariantCulture));
        library.Current = new("customer", her);
        await library.UseAsync(db => db.Readers.Where(one => one.Id == budi).ToListAsync());
        library.Current = null;
        await using (var scope = library.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ISubjectErasure>().EraseAsync("customer", her);
        await library.Trail.FlushAsync();
        await library.Trail.RecordAsync(AuditAction.Exported, "Reader", [], new("customer", her), 1);
        await library.Trail.RecordAsync(AuditAction.Exported, "Reader", [], new("customer", him), 1);
        Assert.Equal([him], await library.AskAsync(db => db.Set<PrivacyAuditPerson>().AsNoTracking().Select(person => person.SubjectId).ToListAsync()));
    }

    /// <summary>Whoever has got the half of a copy has got it.</summary>
    [Fact]
    public async Task A_copy_that_breaks_off_is_recorded()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite);
        var (ana, _) = await library.SeedAsync();
        await using (var scope = library.Services.CreateAsyncScope())
            await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ISubjectExport>().ExportAsync(
                "customer", ana.ToString(System.Globalization.CultureInfo.InvariantCulture), new MemoryStream(), new() { Stores = [new Broken()] }));
        var record = Assert.Single(await library.RecordsAsync());
        Assert.Equal(AuditAction.Exported, record.Action);
        Assert.StartsWith("broken off after ", record.Detail, StringComparison.Ordinal);
        Assert.NotNull(record.Person);
    }

    private sealed class Broken : ISubjectDataStore
    {
        public string Name => "photos";

        public Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel) =>
            throw new NotSupportedException();

        public Task ExportAsync(string subject, string id, Stream utf8Json, CancellationToken cancel) =>
            throw new InvalidOperationException("the store is away");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task It_says_what_and_how_much_in_a_transaction_of_its_own_or_of_the_caller(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var wrong = new List<string>();
        foreach (var (way, (run, expected)) in s_ways)
        {
            await library.SqlAsync("DELETE FROM \"Fines\"", "DELETE FROM \"Loans\"", "DELETE FROM \"Readers\"");
            await library.SeedAsync();
            await library.UseAsync(async db =>
            {
                await using (var transaction = await db.Database.BeginTransactionAsync())
                {
                    await run(db);
                    await transaction.RollbackAsync();
                }

                await run(db);
                Assert.Null(db.Database.CurrentTransaction);
            });
            var said = await library.SaidAsync();
            if (!said.SequenceEqual(expected))
                wrong.Add($"{way}: {string.Join("; ", said)}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_record_that_cannot_be_written_undoes_the_statement(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        await library.SeedAsync();
        await library.SqlAsync("DROP TABLE privacy_audit");
        await library.UseAsync(async db =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => db.Fines.ExecuteDeleteAsync());
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Fines\""));
            Assert.Equal(2, await db.Fines.CountAsync());
        });
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_statement_that_fails_leaves_nothing_open(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        await library.SeedAsync();
        await library.UseAsync(async db =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Fines\" WHERE nonsense"));
            Assert.Null(db.Database.CurrentTransaction);
            Assert.Equal(2, await db.Fines.CountAsync());
        });
        Assert.Empty(await library.SaidAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task An_erasure_is_one_record_and_takes_the_persons_name_out_of_the_trail(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, budi) = await library.SeedAsync();
        await library.UseAsync(db => db.Readers.ToListAsync());
        var pseudonym = (await library.RecordsAsync()).Single(record => record.Person is not null
            && library.Trail.WhoAsync(record.Person).GetAwaiter().GetResult()!.Id == ana.ToString(System.Globalization.CultureInfo.InvariantCulture)).Person!;
        await library.Trail.SealAsync();
        await library.UseAsync(async db => await library.Services.CreateScope().ServiceProvider.GetRequiredService<ISubjectErasure>()
            .EraseAsync("customer", ana.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        var erased = Assert.Single(await library.RecordsAsync(), record => record.Action != AuditAction.Read);
        Assert.Equal((AuditAction.Erased, AuditWay.Generated, pseudonym), (erased.Action, erased.Way, erased.Person));
        Assert.Contains("Reader", erased.Detail, StringComparison.Ordinal);
        Assert.Null(await library.Trail.WhoAsync(pseudonym));
        Assert.NotEmpty(await library.Trail.AboutAsync("customer", budi.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(await library.Trail.AboutAsync("customer", ana.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await library.Trail.SealAsync();
        Assert.True((await library.Trail.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task A_read_that_is_written_after_the_erasure_does_not_bring_the_name_back()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite);
        var (ana, _) = await library.SeedAsync();
        await library.UseAsync(db => db.Readers.Where(one => one.Id == ana).ToListAsync());
        await using (var scope = library.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ISubjectErasure>()
                .EraseAsync("customer", ana.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("Read Row Reader(Email, Home.Street, Name, Taste.Genre) customer? x1", await library.SaidAsync());
        Assert.Empty(await library.Trail.AboutAsync("customer", ana.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_copy_is_one_record(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, _) = await library.SeedAsync();
        await using (var scope = library.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ISubjectExport>()
                .ExportAsync("customer", ana.ToString(System.Globalization.CultureInfo.InvariantCulture), new MemoryStream());
        var record = Assert.Single(await library.RecordsAsync());
        Assert.Equal((AuditAction.Exported, AuditWay.Generated, "customer"), (record.Action, record.Way, record.PersonKind));
        Assert.NotNull(record.Person);
        Assert.Contains("Reader 1", record.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_sweep_is_a_record_for_each_batch(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        await library.SeedAsync();
        library.Time.Advance(TimeSpan.FromDays(400));
        await using (var scope = library.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IRetentionSweep>().SweepAsync(null, default);
        var records = await library.RecordsAsync();
        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.Equal((AuditAction.Swept, AuditWay.Generated), (record.Action, record.Way)));
        Assert.Contains(records, record => record is { Entity: "Fine", Rows: 2 });
    }
}
