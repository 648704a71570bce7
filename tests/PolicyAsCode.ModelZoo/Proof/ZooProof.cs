using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.ModelZoo.Proof;

/// <summary>What holds for every shape; the same words for all of them.</summary>
internal static class ZooProof
{
    /// <summary>Noon of 15 March 2026 in Jakarta, where the controller's days begin.</summary>
    public static readonly DateTimeOffset Now = new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    public static readonly Somebody Ana = new("ana", 7001, IsHidden: false, Now.AddDays(-1));
    public static readonly Somebody Citra = new("citra", 7003, IsHidden: true, Now.AddDays(-1));

    /// <summary>
    /// Nothing of the erased is left but what the shape says is kept, which does not name her; all else is byte for byte as
    /// without her; the dry run told the truth; a second run changes nothing.
    /// </summary>
    public static async Task ErasesAsync(Shape shape, Provider provider, bool isHidden)
    {
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        var ana = Ana with { IsHidden = isHidden };
        await database.AddCommonAsync();
        await database.AddAsync(ZooContext.Friend, Citra);
        var others = await database.DumpAsync();
        await database.AddAsync(ana);
        var before = await database.DumpAsync();

        var planned = await EraseAsync(shape, database, ana, new(DryRun: true));
        Assert.Equal(before, await database.DumpAsync());
        var receipt = await EraseAsync(shape, database, ana);
        Assert.Equal(Lines(receipt), Lines(planned));
        await using var db = database.Connect();
        Prove(db, ana, others, before, await database.DumpAsync(), receipt);

        var once = await database.DumpAsync();
        await EraseAsync(shape, database, ana);
        Assert.Equal(once, await database.DumpAsync());
    }

    /// <summary>Whichever statement of an erasure is left out, the proof notices.</summary>
    public static async Task NoticesAsync(Shape shape, Provider provider)
    {
        var statements = 1;
        for (var left = 0; left < statements; left++)
        {
            await using var database = await ZooDatabase.OpenAsync(shape, provider);
            await database.AddCommonAsync();
            await database.AddAsync(ZooContext.Friend, Citra);
            var others = await database.DumpAsync();
            await database.AddAsync(Ana);
            var before = await database.DumpAsync();
            database.Statements.Restart();
            await EraseAsync(shape, database, Ana, new(DryRun: true) { OneByOne = true });
            var effective = database.Statements.Effective.ToList();
            Assert.NotEmpty(effective);
            statements = effective.Count;

            database.Statements.Restart(skip: effective[left].Number);
            var noticed = await Record.ExceptionAsync(async () =>
            {
                var receipt = await EraseAsync(shape, database, Ana, new() { OneByOne = true });
                await using var db = database.Connect();
                Prove(db, Ana, others, before, await database.DumpAsync(), receipt);
            });
            Assert.True(noticed is not null, "Nothing noticed that this was left out:\n" + effective[left].Sql);
        }
    }

    /// <summary>
    /// A sweep takes what has outlived its time, says so beforehand, leaves everybody else's rows as they are, and finds
    /// nothing more to do.
    /// </summary>
    public static async Task SweepsAsync(Shape shape, Provider provider)
    {
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddCommonAsync();
        await database.AddAsync(ZooContext.Friend with { YearsBefore = 0 }, Citra with { YearsBefore = 0 });
        var others = await database.DumpAsync();
        await database.AddAsync(Ana with { At = Now.AddYears(-30) });
        var before = await database.DumpAsync();

        var planned = await SweepAsync(shape, database, new(DryRun: true));
        Assert.Equal(before, await database.DumpAsync());
        var done = await SweepAsync(shape, database, new(BatchSize: 2));
        Assert.Equal(
            planned.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)),
            done.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)));
        var after = await database.DumpAsync();
        await using (var zoo = database.Connect())
            Assert.Equal(!zoo.IsSwept, after.Exists(row => row.Contains(Ana.Name, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(others.Except(after));
        Assert.Equal(0, (await SweepAsync(shape, database, new())).RowsChanged);
    }

    /// <summary>EF Core builds the model that the operations were planned for, and to see that costs next to nothing.</summary>
    public static async Task ChecksAsync(Shape shape, Provider provider)
    {
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await using var db = database.Connect();
        Assert.Empty(shape.Check(db).Check(db.Db.Model).All);
        var fastest = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            shape.Check(db).Check(db.Db.Model);
            return watch.Elapsed;
        });
        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    /// <summary>What is not there is not found, and what is no kind of person, or no key, is told.</summary>
    public static async Task TellsAsync(Shape shape, Provider provider)
    {
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await using var db = database.Connect();
        var erasure = shape.Erasure(db, Now);
        Assert.Contains(db.Subject, erasure.Subjects);
        Assert.Equal(ErasureOutcome.NothingFound, (await erasure.EraseAsync(db.Subject, db.SubjectId(Ana))).Outcome);
        var unknown = await Assert.ThrowsAsync<ArgumentException>(() => erasure.EraseAsync("nobody", "1"));
        Assert.Contains(db.Subject, unknown.Message, StringComparison.Ordinal);
    }

    private static void Prove(
        IZoo db, Somebody who, List<string> others, List<string> before, List<string> after, ErasureReceipt receipt)
    {
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        Assert.Equal(db.SubjectId(who), receipt.SubjectId);
        Assert.Empty(others.Except(after));
        var kept = after.Except(others).ToList();
        Assert.Equal(
            db.Kept,
            kept.GroupBy(row => row.Split(' ')[0]).Select(table => FormattableString.Invariant($"{table.Key}: {table.Count()}")));
        Assert.DoesNotContain(kept, row => row.Contains(who.Name, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(kept.Count == 0, !receipt.Kept.Any());
        Assert.Equal(others.Count + kept.Count, after.Count);
        // A cascade of the database's own would go uncounted.
        Assert.Equal(
            before.Count - after.Count,
            receipt.Entries.Where(entry => entry.Action == PrivacyAction.Erased).Sum(entry => entry.Rows * Tables(db.Db, entry.Entity)));
    }

    /// <summary>In how many tables a row of an entity lies.</summary>
    private static int Tables(DbContext db, string entity) =>
        db.Model.GetEntityTypes().FirstOrDefault(type => type.ClrType.Name == entity && !type.IsOwned())?.GetTableMappings()
            .Select(mapping => mapping.Table).Distinct().Count() ?? 1;

    private static async Task<ErasureReceipt> EraseAsync(
        Shape shape, ZooDatabase database, Somebody who, ErasureOptions? options = null)
    {
        await using var db = database.Connect();
        return await shape.Erasure(db, Now).EraseAsync(db.Subject, db.SubjectId(who), options);
    }

    private static async Task<SweepReport> SweepAsync(Shape shape, ZooDatabase database, SweepOptions options)
    {
        await using var db = database.Connect();
        return await shape.Sweep(db, Now).SweepAsync(options);
    }

    private static IEnumerable<(string, PrivacyAction, string, int, DateOnly?)> Lines(ErasureReceipt receipt) =>
        receipt.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rule.Reason, entry.Rows, entry.KeptUntil));
}
