using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>A table that has rows is switched on.</summary>
public sealed class ExistingRowsTests
{
    private static readonly (string Table, string Column)[] s_columns =
    [
        ("Inmates", "Email"), ("Inmates", "Remark"), ("Inmates", "Home_Street"), ("InmateContacts", "Number"),
        ("Stays", "Diagnosis"), ("Doses", "Drug"),
    ];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Rows_of_before_are_sealed_while_the_application_runs_and_then_no_other_are_read(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        await using var services = await FillAsync(database, 7);
        // Both are read, and what is stored meanwhile is sealed.
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SealingWard>();
            var row = await db.Inmates.SingleAsync(one => one is Guest);
            Assert.Equal(("0@example.com", "Jl. 0", "likes tea"), (row.Email, row.Home!.Street, ((Guest)row).Remark));
            ((Guest)row).Remark = "likes coffee";
            db.Add(new Inmate { Email = "new@example.com" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, await ClearAsync(database, "Inmates", "Email", isSealed: true));
        // Stopped after some batches, and run again, by two at once.
        using (var stop = new CancellationTokenSource())
        {
            var keys = (StoppingKeys)services.GetRequiredService<ISubjectKeys>();
            keys.OnObtain = () =>
            {
                if (keys.Obtained == 5)
                    stop.Cancel();
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.GetRequiredService<ISealExistingRows>().RunAsync(stop.Token));
            keys.OnObtain = null;
        }

        Assert.InRange(await ClearAsync(database, "Doses", "Drug"), 1, 6);
        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => services.GetRequiredService<ISealExistingRows>().RunAsync())));
        var last = await services.GetRequiredService<ISealExistingRows>().RunAsync();
        Assert.Equal(0, last.Sealed);
        Assert.True(reports.Sum(report => report.Sealed) > 10);

        Assert.True(last.IsDone);
        foreach (var (table, column) in s_columns)
            Assert.Equal(0, await ClearAsync(database, table, column));

        // What names nobody can be read, by a key that is nobody's.
        var nobody = await database.AskAsync(db => db.Database.SqlQuery<string>($"SELECT \"Diagnosis\" AS \"Value\" FROM \"Stays\" WHERE \"InmateId\" IS NULL").SingleAsync());
        Assert.True(database.Keys.Find(nobody.Substring(SealedText.Magic.Length, SealedText.KeyIdLength))!.Subject.IsPseudonym);

        // The model without IsBeingSealed() reads all of it, finds it, each sealed for its own person, and refuses clear text.
        await using var after = Connect(database);
        var inmates = await after.Inmates.ToListAsync();
        Assert.Equal(["0@example.com", "1@example.com", "2@example.com", "3@example.com", "4@example.com", "5@example.com", "6@example.com", "new@example.com"], inmates.Select(row => row.Email).Order());
        Assert.Equal("likes coffee", inmates.OfType<Guest>().Single().Remark);
        Assert.Equal(["c0", "c1", "c2", "c3", "c4", "c5", "c6"], inmates.SelectMany(row => row.Contacts).Select(contact => contact.Number).Order());
        Assert.Equal(8, (await after.Stays.IgnoreQueryFilters().ToListAsync()).Count(stay => stay.Diagnosis!.StartsWith("flu", StringComparison.Ordinal)));
        Assert.Equal(7, (await after.Doses.IgnoreQueryFilters().ToListAsync()).Count(dose => dose.Drug == "salt"));
        Assert.Single(await after.Inmates.FindSealedAsync(after, row => row.Email, "3@example.com"));
        await database.SqlAsync("UPDATE \"Inmates\" SET \"Email\" = 'clear@example.com' WHERE \"Remark\" IS NOT NULL");
        await Assert.ThrowsAsync<SealedValueException>(() => after.Inmates.AsNoTracking().ToListAsync());
    }

    [Fact]
    public async Task What_the_application_changes_between_reading_and_writing_stays()
    {
        await using var database = await ClinicDatabase.OpenAsync(Provider.PostgreSql);
        await using var services = await FillAsync(database, 1);
        var keys = (StoppingKeys)services.GetRequiredService<ISubjectKeys>();
        keys.OnObtain = () =>
        {
            keys.OnObtain = null;
            using var scope = services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<SealingWard>();
            db.Inmates.Single().Email = "changed@example.com";
            db.SaveChanges();
            // And somebody who knows nothing of it, before the place where the walk is.
            db.Database.ExecuteSql($"INSERT INTO \"Doses\" (\"StayId\", \"Number\", \"Drug\") SELECT \"Id\", 0, 'late' FROM \"Stays\"");
        };
        var report = await services.GetRequiredService<ISealExistingRows>().RunAsync();
        Assert.Equal((false, 1), (report.IsDone, Assert.Single(report.Left, left => left.Key == "Doses.Drug").Value));
        report = await services.GetRequiredService<ISealExistingRows>().RunAsync();
        Assert.Equal((true, 1), (report.IsDone, report.Sealed));
        await using var after = Connect(database);
        Assert.Equal("changed@example.com", (await after.Inmates.SingleAsync()).Email);
    }

    [Fact]
    public async Task The_constraint_comes_with_the_end_of_it()
    {
        await using var database = await ClinicDatabase.OpenAsync(Provider.Sqlite);
        await using var services = await FillAsync(database, 0);
        using var scope = services.CreateScope();
        using var after = Connect(database);
        Assert.DoesNotContain("_sealed", scope.ServiceProvider.GetRequiredService<SealingWard>().Database.GenerateCreateScript(), StringComparison.Ordinal);
        Assert.Contains("CK_Inmates_Email_sealed", after.Database.GenerateCreateScript(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_refused()
    {
        var options = new DbContextOptionsBuilder<ByteWard>().UseSqlite("Data Source=:memory:")
            .UseSubjectEncryption(new(new MemorySubjectKeys())).AmongManyContexts();
        await using var db = new ByteWard(((DbContextOptionsBuilder<ByteWard>)options).Options);
        var error = Assert.Throws<InvalidOperationException>(() => db.Model);
        Assert.Contains("Add a property beside it", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The tables as the migration leaves them that switches encryption on, with rows of before.</summary>
    private static async Task<ServiceProvider> FillAsync(ClinicDatabase database, int count)
    {
        await database.AskAsync(async db => await db.Database.EnsureDeletedAsync());
        var services = new ServiceCollection()
            .AddSingleton<ISubjectKeys>(new StoppingKeys(database.Keys))
            .AddSubjectEncryption<SealingWard>()
            .Configure<SubjectEncryptionOptions>(options => options.BatchSize = 2)
            .AddDbContext<SealingWard>((provider, options) =>
            {
                database.Configure(options);
                options.UseSubjectEncryption(provider.GetRequiredService<SubjectEncryption>());
            })
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SealingWard>().Database.EnsureCreatedAsync();
        var clear = new DbContextOptionsBuilder<ClearWard>();
        database.Configure(clear);
        await using var before = new ClearWard(clear.Options);
        for (var i = 0; i < count; i++)
        {
            var inmate = i == 0 ? new Guest { Remark = "likes tea" } : new Inmate();
            (inmate.Email, inmate.Home) = ($"{i}@example.com", new() { City = "Jakarta", Street = $"Jl. {i}" });
            inmate.Contacts.Add(new() { Number = $"c{i}" });
            var stay = new Stay { Inmate = inmate, Diagnosis = $"flu {i}" };
            before.AddRange(inmate, stay, new Dose { Stay = stay, Number = 1, Drug = "salt" }, new Dose { Stay = stay, Number = 2, Drug = "" });
        }

        if (count > 1)
            before.Add(new Stay { Diagnosis = "flu of nobody" });
        await before.SaveChangesAsync();
        return services;
    }

    private static SealedWard Connect(ClinicDatabase database)
    {
        var options = new DbContextOptionsBuilder<SealedWard>();
        database.Configure(options);
        options.UseSubjectEncryption(database.Encryption);
        return new(options.Options);
    }

    private static async Task<int> ClearAsync(ClinicDatabase database, string table, string column, bool isSealed = false) =>
        (await database.StoredAsync(table, column)).Count(text => text is { Length: > 0 } && SealedText.IsSealed(text) == isSealed);

    public sealed class ByteWard(DbContextOptions<ByteWard> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Patient>(patient =>
            {
                patient.HasSubject(row => row.Id, "patient").IsBeingSealed();
                patient.Property(row => row.Photo).IsEncrypted();
            });
        }
    }

    /// <summary>Keys that tell when one is asked for.</summary>
    private sealed class StoppingKeys(ISubjectKeys keys) : ISubjectKeys
    {
        public int Obtained { get; private set; }

        public Action? OnObtain { get; set; }

        public SealingKey Obtain(PrivacySubject subject)
        {
            Obtained++;
            OnObtain?.Invoke();
            return keys.Obtain(subject);
        }

        public SealingKey? Find(string keyId) => keys.Find(keyId);

        public IReadOnlyList<SubjectKeyState> List(PrivacySubject subject) => keys.List(subject);

        public SealingKey Rotate(PrivacySubject subject, string? once = null) => keys.Rotate(subject, once);

        public void Retire(PrivacySubject subject, string once) => keys.Retire(subject, once);

        public bool Delete(PrivacySubject subject) => keys.Delete(subject);

        public bool DeleteSuperseded(PrivacySubject subject, string keyId) => keys.DeleteSuperseded(subject, keyId);

        public IEnumerable<SubjectKeyState> Superseded() => keys.Superseded();

        public ReadOnlyMemory<byte> IndexKey() => keys.IndexKey();
    }
}
