using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>Rotation, and the key's end as the last step of an erasure.</summary>
public sealed class KeyLifeTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_rotation_seals_everything_anew_and_goes_on_where_it_was_stopped(Provider provider)
    {
        var clock = new MovingTime();
        await using var database = await ClinicDatabase.OpenAsync(provider, new MemorySubjectKeys(clock));
        await using var services = Services(database, clock, batchSize: 3);
        var (budi, citra) = (SealingTests.Budi(), new Patient { Name = "Citra", Email = "citra@example.com" });
        await database.AddAsync(budi, citra, new Visit { Patient = budi, Diagnosis = "flu" });
        await database.AddAsync([.. Enumerable.Range(0, 8).Select(at => new Visit { PatientId = budi.Id, Diagnosis = "d" + at })]);
        var (person, rotation) = (Of(budi), services.GetRequiredService<ISubjectKeyRotation>());
        var old = database.Keys.Obtain(person);
        var others = (await database.StoredAsync("Patients", "Email")).Single(text => !text!.StartsWith(SealedText.Prefix(old.Id), StringComparison.Ordinal));

        // Stopped in the middle: what was sealed anew stays so, and everything can be read.
        database.Keys.Rotate(person);
        await using (var db = database.Connect())
        {
            var column = SealedTableColumn.Of(db).Single(one => one.ToString() == "Visits.Diagnosis");
            Assert.Equal(3, await column.RenewAsync(db, old.Id, database.Keys.Obtain(person), 3, default));
        }

        Assert.Equal(9, (await database.AskAsync(db => db.Visits.ToListAsync())).Count(visit => visit.Diagnosis is not null));
        var first = await rotation.RunAsync();
        Assert.Equal((12, 0, 1), (first.Resealed, first.Deleted, first.Waiting));
        Assert.NotNull(database.Keys.Find(old.Id));
        clock.Pass(TimeSpan.FromMinutes(6));
        var second = await rotation.RunAsync();
        Assert.Equal((0, 1, 0), (second.Resealed, second.Deleted, second.Waiting));
        Assert.Null(database.Keys.Find(old.Id));

        var read = await database.AskAsync(db => db.Patients.SingleAsync(row => row.Name == "Budi"));
        Assert.Equal((budi.Email, budi.Phone, budi.Home!.Street), (read.Email, read.Phone, read.Home!.Street));
        Assert.Equal(budi.Photo, read.Photo);
        Assert.Single(await database.AskAsync(db => db.Patients.FindSealedAsync(db, row => row.Email, "budi@example.com")));
        Assert.Contains(others, await database.StoredAsync("Patients", "Email"));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_a_late_writer_sealed_by_an_old_key_is_not_lost(Provider provider)
    {
        var clock = new MovingTime();
        await using var database = await ClinicDatabase.OpenAsync(provider, new MemorySubjectKeys(clock));
        await using var services = Services(database, clock);
        var budi = SealingTests.Budi();
        await database.AddAsync(budi);
        var old = database.Keys.Obtain(Of(budi));
        var rotation = services.GetRequiredService<ISubjectKeyRotation>();
        await rotation.RotateAsync(Of(budi));
        // As another process does that had the old key in memory.
        var late = SealedText.Seal(old, "Visit.Diagnosis", "", "flu"u8);
        await database.SqlAsync($"INSERT INTO \"Visits\" (\"PatientId\", \"Diagnosis\") SELECT \"Id\", '{late}' FROM \"Patients\"");
        clock.Pass(TimeSpan.FromMinutes(6));
        var report = await rotation.RunAsync();
        Assert.Equal((1, 1), (report.Resealed, report.Deleted));
        Assert.Equal("flu", (await database.AskAsync(db => db.Visits.SingleAsync())).Diagnosis);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task An_erasure_ends_with_the_key(Provider provider)
    {
        var clock = new MovingTime();
        await using var database = await ClinicDatabase.OpenAsync(provider, new MemorySubjectKeys(clock));
        await using var services = Services(database, clock);
        var (budi, citra) = (SealingTests.Budi(), new Patient { Name = "Citra", Email = "citra@example.com" });
        await database.AddAsync(budi, citra);
        var stolen = (await database.StoredAsync("Patients", "Email")).ToList();
        var key = database.Keys.Obtain(Of(budi));
        await database.AskAsync(db => db.Patients.Where(row => row.Name == "Budi").ExecuteDeleteAsync());

        var store = Assert.Single(services.GetServices<ISubjectDataStore>());
        await Assert.ThrowsAsync<SubjectKeysInUseException>(
            () => store.EraseAsync("patient", budi.Id.ToString().ToUpperInvariant(), "e1", default));
        clock.Pass(TimeSpan.FromMinutes(6));
        await store.EraseAsync("patient", budi.Id.ToString().ToUpperInvariant(), "e1", default);
        await store.EraseAsync("patient", budi.Id.ToString(), "e1", default);

        Assert.Null(database.Keys.Find(key.Id));
        Assert.Empty(database.Keys.List(Of(budi)));
        var copy = new SealedColumn(database.Encryption, "Patient.Email", null, null);
        Assert.Throws<SubjectKeyMissingException>(() => copy.ReadText(
            stolen.Single(text => text!.StartsWith(SealedText.Prefix(key.Id), StringComparison.Ordinal))!));
        Assert.Equal("citra@example.com", (await database.AskAsync(db => db.Patients.SingleAsync())).Email);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_the_law_keeps_stays_readable_and_what_it_does_not_keep_does_not(Provider provider)
    {
        var clock = new MovingTime();
        await using var database = await ClinicDatabase.OpenAsync(provider, new MemorySubjectKeys(clock));
        await using var services = Services(database, clock);
        var budi = SealingTests.Budi();
        await database.AddAsync(budi, new Visit { PatientId = budi.Id, Diagnosis = "flu" });
        var old = database.Keys.Obtain(Of(budi));
        // The visit is kept, and no longer says whose it was.
        await database.AskAsync(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(row => row.PatientId, (Guid?)null)));
        await database.AskAsync(db => db.Patients.ExecuteDeleteAsync());

        var store = Assert.Single(services.GetServices<ISubjectDataStore>());
        for (var tries = 0; tries < 3; tries++)
        {
            await Assert.ThrowsAsync<SubjectKeysInUseException>(() => store.EraseAsync("patient", budi.Id.ToString(), "e1", default));
            // Tried again, it makes no further key, which would begin to wait anew.
            Assert.Equal(old.Id, Assert.Single(database.Keys.List(Of(budi))).KeyId);
            clock.Pass(TimeSpan.FromMinutes(1));
        }

        clock.Pass(TimeSpan.FromMinutes(3));
        await store.EraseAsync("patient", budi.Id.ToString(), "e1", default);
        await store.EraseAsync("patient", budi.Id.ToString(), "e1", default);
        Assert.Null(database.Keys.Find(old.Id));
        Assert.Equal("flu", (await database.AskAsync(db => db.Visits.SingleAsync())).Diagnosis);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task The_key_of_what_the_law_keeps_names_nobody(Provider provider)
    {
        var clock = new MovingTime();
        var folder = Path.Combine(Path.GetTempPath(), $"policy-keys-{Guid.NewGuid():N}");
        FileSubjectKeys.Initialise(folder);
        try
        {
            var wrapper = new TestWrapper();
            await using var database = await ClinicDatabase.OpenAsync(provider, new FileSubjectKeys(folder, wrapper, clock));
            await using var services = Services(database, clock);
            var (budi, citra) = (SealingTests.Budi(), new Patient { Name = "Citra", Email = "citra@example.com" });
            await database.AddAsync(
                budi, citra, new Visit { PatientId = budi.Id, Diagnosis = "flu" }, new Visit { PatientId = citra.Id, Diagnosis = "measles" });
            // His own row stays, emptied: the visit must keep its link. A rotation of before had not come to an end.
            database.Keys.Rotate(Of(budi));
            await database.ChangeAsync(async db =>
            {
                var row = await db.Patients.SingleAsync(one => one.Id == budi.Id);
                (row.Name, row.Email, row.Phone, row.Photo, row.Home) = ("", null, null, null, null);
            });

            var store = Assert.Single(services.GetServices<ISubjectDataStore>());
            await Assert.ThrowsAsync<SubjectKeysInUseException>(() => store.EraseAsync("patient", budi.Id.ToString(), "e1", default));
            // By another process meanwhile, which looks for superseded keys and was not asked to erase anybody.
            var other = new FileSubjectKeys(folder, wrapper, clock);
            await using (var node = Services(database, clock, keys: other))
                await node.GetRequiredService<ISubjectKeyRotation>().RunAsync();
            clock.Pass(TimeSpan.FromMinutes(6));
            await store.EraseAsync("patient", budi.Id.ToString(), "e1", default);

            Assert.Empty(database.Keys.List(Of(budi)));
            Assert.Equal(["flu", "measles"], (await database.AskAsync(db => db.Visits.ToListAsync())).Select(visit => visit.Diagnosis).Order());
            var kept = await database.AskAsync(db => db.Database.SqlQuery<string>(
                $"SELECT \"Diagnosis\" AS \"Value\" FROM \"Visits\" WHERE \"PatientId\" <> {citra.Id}").SingleAsync());
            var key = database.Keys.Find(kept.Substring(SealedText.Magic.Length, SealedText.KeyIdLength))!;
            Assert.True(key.Subject.IsPseudonym);
            // No file of the folder says whose it was, also to whoever can unwrap them.
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "keys")))
                Assert.DoesNotContain(budi.Id.ToString(), Encoding.UTF8.GetString(wrapper.Unwrap(await File.ReadAllBytesAsync(file))), StringComparison.Ordinal);
            Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(folder, "keys")).Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_another_node_seals_by_the_key_it_remembers_outlives_the_erasure()
    {
        var clock = new MovingTime();
        await using var database = await ClinicDatabase.OpenAsync(Provider.Sqlite, new MemorySubjectKeys(clock));
        await using var services = Services(database, clock);
        var budi = SealingTests.Budi();
        await database.AddAsync(budi);
        var old = database.Keys.Obtain(Of(budi));
        await database.AskAsync(db => db.Patients.ExecuteDeleteAsync());
        var store = Assert.Single(services.GetServices<ISubjectDataStore>());
        await Assert.ThrowsAsync<SubjectKeysInUseException>(() => store.EraseAsync("patient", budi.Id.ToString(), "e1", default));
        Assert.NotNull(database.Keys.Find(old.Id));
        // Nothing is left to be sealed anew: no key was made for somebody who is gone.
        Assert.Equal(old.Id, Assert.Single(database.Keys.List(Of(budi))).KeyId);

        var late = SealedText.Seal(old, "Visit.Diagnosis", "", "flu"u8);
        await database.SqlAsync($"INSERT INTO \"Visits\" (\"Diagnosis\") VALUES ('{late}')");
        clock.Pass(TimeSpan.FromMinutes(6));
        await store.EraseAsync("patient", budi.Id.ToString(), "e1", default);
        Assert.Null(database.Keys.Find(old.Id));
        Assert.Equal("flu", (await database.AskAsync(db => db.Visits.SingleAsync())).Diagnosis);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_that_was_made_while_the_erasure_looked_stays(bool isOver)
    {
        var clock = new MovingTime();
        var keys = new WatchedKeys(new MemorySubjectKeys(clock));
        await using var database = await ClinicDatabase.OpenAsync(Provider.Sqlite, keys);
        await using var services = Services(database, clock);
        var budi = SealingTests.Budi();
        await database.AddAsync(budi);
        var old = database.Keys.Obtain(Of(budi));
        await database.AskAsync(db => db.Patients.ExecuteDeleteAsync());
        var store = Assert.Single(services.GetServices<ISubjectDataStore>());
        if (isOver)
        {
            await Assert.ThrowsAsync<SubjectKeysInUseException>(() => store.EraseAsync("patient", budi.Id.ToString(), "e1", default));
            clock.Pass(TimeSpan.FromMinutes(6));
        }

        // The list has been read, and then a rotation, or somebody who writes, makes a key and seals by it.
        SealingKey? made = null;
        keys.AfterList = () =>
        {
            made = keys.Rotate(Of(budi));
            var text = SealedText.Seal(made, "Visit.Diagnosis", "", "flu"u8);
            database.SqlAsync($"INSERT INTO \"Visits\" (\"Diagnosis\") VALUES ('{text}')").GetAwaiter().GetResult();
        };
        var error = await Record.ExceptionAsync(() => store.EraseAsync("patient", budi.Id.ToString(), "e1", default));
        Assert.Equal(!isOver, error is SubjectKeysInUseException);
        clock.Pass(TimeSpan.FromMinutes(6));
        await store.EraseAsync("patient", budi.Id.ToString(), "e1", default);

        Assert.Null(keys.Find(old.Id));
        Assert.NotNull(keys.Find(made!.Id));
        Assert.Equal("flu", (await database.AskAsync(db => db.Visits.SingleAsync())).Diagnosis);
    }

    [Fact]
    public async Task A_backup_that_was_taken_before_cannot_be_read_afterwards()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"policy-keys-{Guid.NewGuid():N}");
        var backup = Path.Combine(Path.GetTempPath(), $"policy-backup-{Guid.NewGuid():N}.db");
        try
        {
            var clock = new MovingTime();
            FileSubjectKeys.Initialise(folder);
            await using var database = await ClinicDatabase.OpenAsync(Provider.Sqlite, new FileSubjectKeys(folder, new TestWrapper(), clock));
            await using var services = Services(database, clock);
            var budi = SealingTests.Budi();
            await database.AddAsync(budi);
            File.Copy(database.File!, backup);
            await using (var db = database.Connect(otherFile: backup))
                Assert.Equal("budi@example.com", (await db.Patients.SingleAsync()).Email);

            await database.AskAsync(db => db.Patients.ExecuteDeleteAsync());
            var store = Assert.Single(services.GetServices<ISubjectDataStore>());
            await Assert.ThrowsAsync<SubjectKeysInUseException>(() => store.EraseAsync("patient", budi.Id.ToString(), "e1", default));
            clock.Pass(TimeSpan.FromMinutes(6));
            await store.EraseAsync("patient", budi.Id.ToString(), "e1", default);

            // By the same process, and by another that has read nothing yet.
            await using (var db = database.Connect(otherFile: backup))
                await Assert.ThrowsAsync<SubjectKeyMissingException>(() => db.Patients.ToListAsync());
            var later = new SubjectEncryption(new FileSubjectKeys(folder, new TestWrapper()));
            await using (var db = database.Connect(later, backup))
                await Assert.ThrowsAsync<SubjectKeyMissingException>(() => db.Patients.AsNoTracking().ToListAsync());
            var lenient = new SubjectEncryption(new FileSubjectKeys(folder, new TestWrapper()), MissingKey.ReadAsNull);
            await using (var db = database.Connect(lenient, backup))
            {
                var left = await db.Patients.AsNoTracking().SingleAsync();
                Assert.Equal(("Budi", null, null), (left.Name, left.Email, left.Photo));
                // EF Core takes an owned object whose required property is null for none.
                Assert.Null(left.Home);
            }

            Assert.False((await File.ReadAllBytesAsync(backup)).AsSpan().IndexOf("budi@example.com"u8) >= 0);
        }
        finally
        {
            File.Delete(backup);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PrivacySubject Of(Patient patient) => new("patient", patient.Id.ToString());

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_value_that_was_damaged_keeps_only_its_own_key(Provider provider)
    {
        var clock = new MovingTime();
        await using var database = await ClinicDatabase.OpenAsync(provider, new MemorySubjectKeys(clock));
        await using var services = Services(database, clock);
        var people = Enumerable.Range(0, 3).Select(at => new Patient { Name = "p" + at, Email = $"p{at}@example.com" }).ToList();
        await database.AddAsync([.. people]);
        foreach (var one in people)
            database.Keys.Rotate(Of(one));
        // Whichever key is looked at first.
        var damaged = database.Keys.Superseded().First().KeyId;
        var prefix = SealedText.Prefix(damaged);
        Assert.Equal(1, await database.SqlAsync(
            $"UPDATE \"Patients\" SET \"Email\" = substr(\"Email\", 1, length(\"Email\") - 8) || 'AAAAAAAA' WHERE \"Email\" LIKE '{prefix}%'"));
        var rotation = services.GetRequiredService<ISubjectKeyRotation>();

        var report = await rotation.RunAsync();
        Assert.Equal(2, report.Resealed);
        Assert.Single(report.Failures);
        clock.Pass(TimeSpan.FromMinutes(6));
        report = await rotation.RunAsync();

        Assert.Equal(2, report.Deleted);
        Assert.Single(report.Failures);
        Assert.Equal([damaged], database.Keys.Superseded().Select(key => key.KeyId));
    }

    private static ServiceProvider Services(ClinicDatabase database, TimeProvider clock, int batchSize = 500, ISubjectKeys? keys = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(keys ?? database.Keys);
        services.AddSubjectEncryption<ClinicContext>();
        services.Configure<SubjectEncryptionOptions>(options => options.BatchSize = batchSize);
        services.AddDbContext<ClinicContext>((provider, options) =>
        {
            database.Configure(options);
            options.UseSubjectEncryption(provider.GetRequiredService<SubjectEncryption>());
        });
        return services.BuildServiceProvider();
    }
}
