using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>Whoever changes, deletes, adds or cuts off sealed records is found out, and where.</summary>
public sealed class ChainTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_nobody_touched_is_intact_and_what_is_not_sealed_is_counted(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        Assert.Equal(new AuditVerification(0, 0, null), await library.Trail.VerifyAsync());
        Assert.Equal(0, await library.Trail.SealAsync());
        await AddAsync(library, 3);
        Assert.Equal(new AuditVerification(0, 3, null), await library.Trail.VerifyAsync());
        Assert.Equal(3, await library.Trail.SealAsync());
        await AddAsync(library, 2);
        Assert.Equal(2, await library.Trail.SealAsync());
        await AddAsync(library, 1);
        Assert.Equal(new AuditVerification(5, 1, null), await library.Trail.VerifyAsync());
    }

    /// <summary>Each column of a record, one by one, so that none is forgotten.</summary>
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_changed_column_is_found_in_its_record(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var ids = await SealedAsync(library);
        var columns = await library.AskAsync(db => Task.FromResult(
            db.Model.FindEntityType(typeof(PrivacyAuditRecord))!.GetProperties().Select(property => (property.Name, property.ClrType)).ToList()));
        foreach (var (column, type) in columns.Where(column => column.Name is not ("Id" or "Seal")))
        {
            var value = column switch
            {
                "Action" => "'Deleted'",
                "Way" => "'Stated'",
                _ => type == typeof(string) ? "'other'" : "7",
            };
            await library.SqlAsync(
                "CREATE TABLE kept AS SELECT * FROM privacy_audit",
                $"UPDATE privacy_audit SET \"{column}\" = {value} WHERE \"Id\" = {Text(provider, ids[2])}");
            Assert.Equal(new AuditFinding(AuditFault.RecordChanged, 2, ids[2]), (await library.Trail.VerifyAsync()).First);
            await library.SqlAsync("DELETE FROM privacy_audit", "INSERT INTO privacy_audit SELECT * FROM kept", "DROP TABLE kept");
        }

        Assert.True((await library.Trail.VerifyAsync()).IsIntact);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Deleting_adding_and_moving_are_found(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var ids = await SealedAsync(library);
        var third = Text(provider, ids[2]);
        await IsAsync(new(AuditFault.RecordMissing, 2, ids[2]), $"DELETE FROM privacy_audit WHERE \"Id\" = {third}");
        await IsAsync(new(AuditFault.RecordMissing, 2, ids[2]), $"UPDATE privacy_audit SET \"Seal\" = NULL WHERE \"Id\" = {third}");
        await IsAsync(new(AuditFault.RecordAdded, 1, ids[2]), $"UPDATE privacy_audit SET \"Seal\" = 1 WHERE \"Id\" = {third}");
        await IsAsync(new(AuditFault.RecordMissing, 2, ids[2]), $"UPDATE privacy_audit SET \"Seal\" = 3 WHERE \"Id\" = {third}");
        await IsAsync(new(AuditFault.SealMissing, 2), "DELETE FROM privacy_audit_seals WHERE \"Number\" = 2");
        await IsAsync(new(AuditFault.SealMissing, 1), "DELETE FROM privacy_audit_seals WHERE \"Number\" = 1");
        await IsAsync(new(AuditFault.SealChanged, 2), "UPDATE privacy_audit_seals SET \"At\" = 7 WHERE \"Number\" = 2");
        await IsAsync(new(AuditFault.SealChanged, 2), "UPDATE privacy_audit_seals SET \"Hash\" = \"Previous\" WHERE \"Number\" = 2");
        await IsAsync(new(AuditFault.SealChanged, 2), "UPDATE privacy_audit_seals SET \"Digests\" = \"Hash\" WHERE \"Number\" = 2");
        await IsAsync(
            new(AuditFault.SealChanged, 1), "UPDATE privacy_audit_seals SET \"Number\" = 9 WHERE \"Number\" = 1",
            "UPDATE privacy_audit_seals SET \"Number\" = 1 WHERE \"Number\" = 2", "UPDATE privacy_audit_seals SET \"Number\" = 2 WHERE \"Number\" = 9");
        await IsAsync(
            new(AuditFault.PrunedUnseen, 1), "UPDATE privacy_audit_seals SET \"Digests\" = NULL WHERE \"Number\" = 1",
            "DELETE FROM privacy_audit WHERE \"Seal\" = 1");
        var person = await library.AskAsync(db => db.Set<PrivacyAuditPerson>().AsNoTracking().OrderBy(one => one.Pseudonym).FirstAsync());
        await IsAsync(
            new(AuditFault.PersonChanged, null, null, person.Pseudonym),
            $"UPDATE privacy_audit_people SET \"SubjectId\" = 'else' WHERE \"Pseudonym\" = '{person.Pseudonym}'");

        async Task IsAsync(AuditFinding found, params string[] statements)
        {
            string[] tables = ["privacy_audit", "privacy_audit_people", "privacy_audit_seals"];
            await library.SqlAsync([.. tables.Select(table => $"CREATE TABLE kept_{table} AS SELECT * FROM {table}"), .. statements]);
            Assert.Equal(found, (await library.Trail.VerifyAsync()).First);
            await library.SqlAsync([.. tables.SelectMany(table => new[]
            {
                $"DELETE FROM {table}", $"INSERT INTO {table} SELECT * FROM kept_{table}", $"DROP TABLE kept_{table}",
            })]);
            Assert.True((await library.Trail.VerifyAsync()).IsIntact);
        }
    }

    [Fact]
    public async Task A_chain_that_is_cut_off_or_made_anew_is_found_by_its_anchor()
    {
        var path = Path.Combine(Path.GetTempPath(), $"policy-anchor-{Guid.NewGuid():N}");
        try
        {
            await using var library = await Library.OpenAsync(Provider.Sqlite, anchor: new FileAuditAnchor(path, s_key));
            await SealedAsync(library);
            Assert.True((await library.Trail.VerifyAsync()).IsIntact);

            await library.SqlAsync("DELETE FROM privacy_audit WHERE \"Seal\" = 3", "DELETE FROM privacy_audit_seals WHERE \"Number\" = 3");
            Assert.Equal(new AuditFinding(AuditFault.EndMissing, 3), (await library.Trail.VerifyAsync()).First);

            await library.ClearAsync();
            Assert.Equal(new AuditFinding(AuditFault.EndMissing, 1), (await library.Trail.VerifyAsync()).First);
            var written = await File.ReadAllTextAsync(path);
            await SealedAsync(library);
            await File.WriteAllTextAsync(path, written);
            Assert.Equal(new AuditFinding(AuditFault.ChainReplaced, 1), (await library.Trail.VerifyAsync()).First);

            await File.WriteAllTextAsync(path, written.Replace("3 ", "2 ", StringComparison.Ordinal));
            await Assert.ThrowsAsync<InvalidDataException>(() => library.Trail.VerifyAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_chain_that_goes_on_after_it_was_made_anew_is_found_by_what_the_anchor_was_told_before(Provider provider)
    {
        var path = Path.Combine(Path.GetTempPath(), $"policy-anchor-{Guid.NewGuid():N}");
        try
        {
            await using var library = await Library.OpenAsync(provider, anchor: new FileAuditAnchor(path, s_key));
            await SealedAsync(library);
            // All is taken out by hand; the application then goes on by itself, beyond what was there.
            await library.ClearAsync();
            await SealedAsync(library);
            var before = await File.ReadAllTextAsync(path);
            await AddAsync(library, 2);
            Assert.Equal(2, await library.Trail.SealAsync());
            Assert.Equal(before, await File.ReadAllTextAsync(path));
            Assert.Equal(new AuditFinding(AuditFault.ChainReplaced, 1), (await library.Trail.VerifyAsync()).First);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>An anchor that keeps more than its end, and one that keeps no more.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_point_that_an_anchor_keeps_is_compared(bool keepsAll)
    {
        var anchor = new ListedAnchor(keepsAll);
        await using var library = await Library.OpenAsync(Provider.Sqlite, anchor: anchor);
        await SealedAsync(library);
        Assert.True((await library.Trail.VerifyAsync()).IsIntact);
        anchor.Points[0] = anchor.Points[0] with { Hash = new string('0', 64) };
        Assert.Equal(keepsAll ? new AuditFinding(AuditFault.ChainReplaced, 1) : null, (await library.Trail.VerifyAsync()).First);
    }

    private sealed class ListedAnchor(bool keepsAll) : IAuditAnchor
    {
        public List<AuditAnchorPoint> Points { get; } = [];

        public Task WriteAsync(AuditAnchorPoint point, CancellationToken cancel)
        {
            Points.Add(point);
            return Task.CompletedTask;
        }

        public Task<AuditAnchorPoint?> LastAsync(CancellationToken cancel) => Task.FromResult(Points.LastOrDefault());

        IAsyncEnumerable<AuditAnchorPoint> IAuditAnchor.PointsAsync(CancellationToken cancel) =>
            Points.TakeLast(keepsAll ? int.MaxValue : 1).ToAsyncEnumerable();
    }

    [Fact]
    public async Task Without_the_key_nobody_makes_a_seal_that_fits()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite, options => options.Key = s_key);
        var ids = await SealedAsync(library);
        Assert.True((await library.Trail.VerifyAsync()).IsIntact);

        // Somebody who knows how it is done makes the whole chain anew after changing a record.
        await library.SqlAsync(
            $"UPDATE privacy_audit SET \"Purposes\" = 'other' WHERE \"Id\" = {Text(Provider.Sqlite, ids[0])}",
            "UPDATE privacy_audit SET \"Seal\" = NULL", "DELETE FROM privacy_audit_seals");
        await library.UseAsync(db => new AuditSealer(library.Time, new AuditDigest(null), null).SealAsync(db, default));
        Assert.Equal(AuditFault.SealChanged, (await library.Trail.VerifyAsync()).First?.Fault);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Pruned_records_leave_a_chain_that_holds(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        await SealedAsync(library);
        library.Time.Advance(TimeSpan.FromDays(40));
        await library.AddAsync(new Reader { Name = "young" });
        await library.Trail.SealAsync();
        Assert.Equal(0, await library.Trail.PruneAsync(library.Time.GetUtcNow() - TimeSpan.FromDays(50)));
        Assert.Equal(6, await library.Trail.PruneAsync(library.Time.GetUtcNow() - TimeSpan.FromDays(30)));
        // What was done is not under a seal yet, and so somebody could have done it unseen.
        Assert.Equal(AuditFault.PrunedUnseen, (await library.Trail.VerifyAsync()).First?.Fault);
        await library.Trail.SealAsync();
        Assert.Equal(new AuditVerification(2, 0, null), await library.Trail.VerifyAsync());
        // Who is in no record any more is gone as well.
        Assert.Equal(["7"], (await library.AskAsync(db => db.Set<PrivacyAuditPerson>().AsNoTracking()
            .Where(person => person.Kind == "customer").Select(person => person.SubjectId).ToListAsync())));
        await library.SqlAsync("UPDATE privacy_audit_seals SET \"Digests\" = NULL", "DELETE FROM privacy_audit WHERE \"Action\" = 'Created'");
        Assert.False((await library.Trail.VerifyAsync()).IsIntact);
    }

    /// <summary>The sealer seals whatever it finds: what says that records were pruned needs more than a seal.</summary>
    [Theory]
    [InlineData(true, "2")]
    [InlineData(true, "2 00")]
    [InlineData(false, "99")]
    public async Task A_forged_record_of_a_pruning_hides_no_deletion(bool isKeyed, string said)
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite, options => options.Key = isKeyed ? s_key : null);
        await SealedAsync(library);
        await library.SqlAsync(
            "DELETE FROM privacy_audit WHERE \"Seal\" < 3", "UPDATE privacy_audit_seals SET \"Digests\" = NULL WHERE \"Number\" < 3");
        await library.UseAsync(async db => await db.InsertRowsAsync(
            [
                new PrivacyAuditRecord
                {
                    Id = Guid.CreateVersion7(library.Time.GetUtcNow()), At = library.Time.GetUtcNow(), Action = AuditAction.Pruned, Way = AuditWay.Generated,
                    ActorKind = AuditActor.Process, Actor = "shop", Entity = "privacy_audit", Detail = said, Rows = 3,
                },
            ], isAsync: true, default));
        await library.Trail.SealAsync();
        Assert.Equal(AuditFault.PrunedUnseen, (await library.Trail.VerifyAsync()).First?.Fault);
    }

    [Fact]
    public async Task What_was_pruned_under_a_key_is_known_as_that()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite, options => options.Key = s_key);
        await SealedAsync(library);
        library.Time.Advance(TimeSpan.FromDays(40));
        Assert.Equal(6, await library.Trail.PruneAsync(library.Time.GetUtcNow() - TimeSpan.FromDays(30)));
        await library.Trail.SealAsync();
        Assert.Equal(new AuditVerification(1, 0, null), await library.Trail.VerifyAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Many_writers_and_sealers_at_once_make_one_chain(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await library.AddAsync(new Reader { Name = "reader" });
                if (number < 2)
                    await library.Trail.SealAsync();
            }
        })));
        library.Time.Advance(TimeSpan.FromMinutes(2));
        await library.Trail.SealAsync();
        Assert.Equal(new AuditVerification(30, 0, null), await library.Trail.VerifyAsync());
        var records = await library.RecordsAsync();
        Assert.All(records, record => Assert.NotNull(record.Person));
        Assert.Equal(30, records.Select(record => record.Person).Distinct().Count());
    }

    /// <summary>No two different records have one digest: where a text ends and another begins is hashed with them.</summary>
    [Fact]
    public void Digests_tell_records_apart()
    {
        var digest = new AuditDigest(null);
        var texts = Gen.Elements(null, "", "a", "ab", "b", ",", "a, b", "\0", "1");
        var some = from actor in texts
                   from purposes in texts
                   from entity in texts
                   from fields in texts
                   from person in texts
                   from detail in texts
                   from rows in Gen.Elements<int?>(null, 0, 1, 10)
                   select new PrivacyAuditRecord
                   {
                       Actor = actor ?? "", Purposes = purposes ?? "", Entity = entity ?? "", Fields = fields ?? "", Person = person, Detail = detail, Rows = rows,
                   };
        Prop.ForAll(some.Two().ToArbitrary(), pair =>
        {
            var (one, other) = (pair.Item1, pair.Item2);
            var isSame = (one.Actor, one.Purposes, one.Entity, one.Fields, one.Person, one.Detail, one.Rows)
                == (other.Actor, other.Purposes, other.Entity, other.Fields, other.Person, other.Detail, other.Rows);
            return isSame == digest.Of(one).AsSpan().SequenceEqual(digest.Of(other));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Three seals with one, two and three records.</summary>
    private static async Task<List<Guid>> SealedAsync(Library library)
    {
        for (var count = 1; count <= 3; count++)
        {
            await AddAsync(library, count);
            Assert.Equal(count, await library.Trail.SealAsync());
        }

        return await library.AskAsync(db => db.Set<PrivacyAuditRecord>().AsNoTracking()
            .OrderBy(record => record.Seal).ThenBy(record => record.Id).Select(record => record.Id).ToListAsync());
    }

    private static async Task AddAsync(Library library, int count)
    {
        for (var i = 0; i < count; i++)
            await library.AddAsync(new Reader { Name = "reader" });
    }

    private static string Text(Provider provider, Guid id) =>
        provider == Provider.Sqlite ? $"'{id.ToString("D").ToUpperInvariant()}'" : $"'{id:D}'";
}
