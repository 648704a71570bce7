using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>Saving, changing, reading and looking up through EF Core, on real databases.</summary>
public sealed class SealingTests
{
    private static readonly byte[] s_photo = [0, 1, 2, 255];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_is_stored_is_sealed_and_what_is_read_is_not(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        var budi = Budi();
        await database.AddAsync(budi);
        // The entity that was saved says what it said.
        Assert.Equal(("budi@example.com", "Jl. Melati 5"), (budi.Email, budi.Home!.Street));

        foreach (var (table, column) in (ValueTuple<string, string>[])[
            ("Patients", "Email"), ("Patients", "Phone"), ("Patients", "Photo"), ("Patients", "Home_Street"), ("PatientContacts", "Number")])
            Assert.All(await database.StoredAsync(table, column), text => Assert.StartsWith("pac1.", text, StringComparison.Ordinal));
        Assert.Equal(["Budi"], await database.StoredAsync("Patients", "Name"));

        var read = await database.AskAsync(db => db.Patients.AsNoTracking().SingleAsync());
        Assert.Equal(("budi@example.com", "+62 811 222", "Jl. Melati 5"), (read.Email, read.Phone, read.Home!.Street));
        Assert.Equal(s_photo, read.Photo);
        Assert.Equal(["0812", "0813"], read.Contacts.Select(contact => contact.Number).Order(StringComparer.Ordinal));
        var selected = await database.AskAsync(db => db.Patients.Where(row => row.Email != null)
            .Select(row => new { row.Email, row.Home!.Street }).SingleAsync());
        Assert.Equal(("budi@example.com", "Jl. Melati 5"), (selected.Email, selected.Street));
        Assert.Equal("budi@example.com", await database.AskAsync(db => db.Patients.Select(row => row.Email).SingleAsync()));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_does_not_change_is_not_sealed_again(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        await database.AddAsync(Budi());
        var (email, street) = (await database.StoredAsync("Patients", "Email"), await database.StoredAsync("Patients", "Home_Street"));

        await database.ChangeAsync(async db =>
        {
            var budi = await db.Patients.SingleAsync();
            (budi.Name, budi.Phone) = ("Budi S.", "0811");
            Assert.Equal(2, db.Entry(budi).Properties.Count(property => property.IsModified));
        });
        Assert.Equal(email, await database.StoredAsync("Patients", "Email"));
        Assert.Equal(street, await database.StoredAsync("Patients", "Home_Street"));

        await database.ChangeAsync(async db => (await db.Patients.SingleAsync()).Home!.Street = "Jl. Mawar 1");
        Assert.Equal(email, await database.StoredAsync("Patients", "Email"));
        Assert.NotEqual(street, await database.StoredAsync("Patients", "Home_Street"));
        var read = await database.AskAsync(db => db.Patients.SingleAsync());
        Assert.Equal(("Budi S.", "0811", "Jl. Mawar 1"), (read.Name, read.Phone, read.Home!.Street));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Nothing_and_the_empty_stay_what_they_are(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        await database.AddAsync(new Patient { Name = "A", Email = null, Phone = "", Photo = [] });
        Assert.Equal([null], await database.StoredAsync("Patients", "Email"));
        Assert.Equal([""], await database.StoredAsync("Patients", "Phone"));
        await database.ChangeAsync(async db => (await db.Patients.SingleAsync()).Email = "a@example.com");
        await database.ChangeAsync(async db => (await db.Patients.SingleAsync()).Email = null);
        var read = await database.AskAsync(db => db.Patients.SingleAsync());
        Assert.Equal((null, ""), (read.Email, read.Phone));
        Assert.Empty(read.Photo!);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task One_context_saves_the_same_text_for_several_people_more_than_once(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        await using var db = database.Connect();
        const string shared = "family@example.com";
        var (one, other) = (new Patient { Email = shared }, new Patient { Email = shared });
        db.AddRange(one, other);
        db.SaveChanges();
        one.Email = other.Email = "new@example.com";
        await db.SaveChangesAsync();
        Assert.Equal(0, await db.SaveChangesAsync());

        var keys = (await database.StoredAsync("Patients", "Email")).Select(text => text![..SealedText.PrefixLength]);
        Assert.Equal(
            new[] { one, other }.Select(row => SealedText.Prefix(database.Keys.Obtain(new("patient", row.Id.ToString())).Id)).Order(StringComparer.Ordinal),
            keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_row_is_sealed_for_the_person_that_its_references_lead_to(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        var budi = Budi();
        await database.AddAsync(new Visit { Patient = budi, Diagnosis = "flu" });
        // The visit is not in this context: it is looked up.
        await database.AddAsync(new Prescription { VisitId = 1, Drug = "paracetamol" });
        var prefix = SealedText.Prefix(database.Keys.Obtain(new("patient", budi.Id.ToString())).Id);
        Assert.StartsWith(prefix, (await database.StoredAsync("Visits", "Diagnosis"))[0], StringComparison.Ordinal);
        Assert.StartsWith(prefix, (await database.StoredAsync("Prescriptions", "Drug"))[0], StringComparison.Ordinal);
        Assert.Equal("paracetamol", (await database.AskAsync(db => db.Prescriptions.SingleAsync())).Drug);

        // Given to somebody else, it is sealed for them, though what it says is the same.
        var citra = new Patient { Name = "Citra" };
        await database.AddAsync(citra);
        await database.ChangeAsync(async db => (await db.Visits.SingleAsync()).PatientId = citra.Id);
        Assert.StartsWith(
            SealedText.Prefix(database.Keys.Obtain(new("patient", citra.Id.ToString())).Id),
            (await database.StoredAsync("Visits", "Diagnosis"))[0], StringComparison.Ordinal);
        Assert.Equal("flu", (await database.AskAsync(db => db.Visits.SingleAsync())).Diagnosis);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_row_of_nobody_is_not_saved(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.AddAsync(new Visit { Diagnosis = "flu" }));
        // A key that the database gives is not known when the row is sealed.
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => database.AddAsync(new Counted { Note = "x" }));
        Assert.Contains("Save the row first", error.Message, StringComparison.Ordinal);
        await database.AddAsync(new Visit());
        await database.AddAsync(new Counted());
        await database.ChangeAsync(async db => (await db.Counted.SingleAsync()).Note = "x");
        Assert.Equal("x", (await database.AskAsync(db => db.Counted.SingleAsync())).Note);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_bulk_update_stores_nothing_in_the_clear_and_can_blank(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        await database.AddAsync(Budi());
        var before = await database.StoredAsync("Patients", "Email");

        await using (var db = database.Connect())
        {
            var clear = "clear@example.com";
            await Assert.ThrowsAnyAsync<Exception>(
                () => db.Patients.ExecuteUpdateAsync(set => set.SetProperty(row => row.Email, clear)));
            await Assert.ThrowsAnyAsync<Exception>(
                () => db.Patients.ExecuteUpdateAsync(set => set.SetProperty(row => row.Email, "clear@example.com")));
            // The database itself refuses what no converter sees.
            await Assert.ThrowsAnyAsync<Exception>(
                () => db.Patients.ExecuteUpdateAsync(set => set.SetProperty(row => row.Email, row => row.Name)));
            await Assert.ThrowsAnyAsync<Exception>(
                () => db.Database.ExecuteSqlRawAsync("UPDATE \"Patients\" SET \"Email\" = 'clear@example.com'"));
        }

        Assert.Equal(before, await database.StoredAsync("Patients", "Email"));
        Assert.Equal(1, await database.AskAsync(db => db.Patients.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Email, (string?)null).SetProperty(row => row.Phone, ""))));
        Assert.Equal([null], await database.StoredAsync("Patients", "Email"));
        // What a blanked value could be found by is blanked with it.
        Assert.Equal([null], await database.StoredAsync("Patients", "Email_index"));
        Assert.Equal([""], await database.StoredAsync("Patients", "Phone_index"));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_value_is_found_by_its_blind_index_and_by_nothing_else(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        await database.AddAsync(Budi(), new Patient { Name = "Citra", Email = "citra@example.com", Phone = "0811" });
        await using var db = database.Connect();

        Assert.Equal("Budi", (await db.Patients.WhereSealed(db, row => row.Email, " BUDI@example.com").SingleAsync()).Name);
        Assert.Equal("Citra", Assert.Single(await db.Patients.FindSealedAsync(db, row => row.Phone, "08 11")).Name);
        Assert.Empty(await db.Patients.FindSealedAsync(db, row => row.Email, "dewi@example.com"));
        await database.ChangeAsync(async other => (await other.Patients.SingleAsync(row => row.Name == "Budi")).Email = "b@example.com");
        Assert.Empty(await db.Patients.AsNoTracking().FindSealedAsync(db, row => row.Email, "budi@example.com"));
        Assert.Single(await db.Patients.AsNoTracking().FindSealedAsync(db, row => row.Email, "b@example.com"));

        var email = "budi@example.com";
        await Refused(db.Patients.Where(row => row.Email == email));
        await Refused(db.Patients.Where(row => row.Email!.Contains("budi")));
        await Refused(db.Patients.Where(row => row.Email!.Length > 5));
        await Refused(db.Patients.Where(row => row.Home!.Street == "x"));
        await Refused(db.Patients.OrderBy(row => row.Email));
        await Refused(db.Patients.GroupBy(row => row.Email).Select(group => group.Count()));
        await Refused(db.Patients.Select(row => row.Email!.ToUpper()));
        await Refused(db.Patients.Where(row => EF.Property<string>(row, "Email") == email));
        await Assert.ThrowsAsync<ArgumentException>(() => db.Visits.FindSealedAsync(db, row => row.Diagnosis, "flu"));

        static async Task Refused<T>(IQueryable<T> query) =>
            Assert.Contains("WhereSealed", (await Assert.ThrowsAsync<NotSealedException>(() => query.ToListAsync())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_was_selected_stays_sealed_under_its_new_name(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        var budi = Budi();
        await database.AddAsync(budi, new Visit { PatientId = budi.Id, Diagnosis = "flu" });
        await using var db = database.Connect();
        var email = "budi@example.com";
        var rows = db.Patients;

        await Refused(rows.Select(row => new { row.Email }).OrderBy(row => row.Email));
        await Refused(rows.Select(row => new { Mail = row.Email, row.Name }).OrderBy(row => row.Name).ThenBy(row => row.Mail));
        await Refused(rows.Select(row => new { Mail = row.Email, row.Name }).Where(row => row.Mail == email));
        await Refused(rows.Select(row => new { row.Email }).Select(row => new { Mail = row.Email }).OrderBy(row => row.Mail));
        await Refused(rows.Select(row => new Shown { Text = row.Email }).OrderBy(row => row.Text));
        await Refused(rows.Select(row => new { row.Email }).GroupBy(row => row.Email).Select(group => group.Count()));
        await Refused(rows.GroupBy(row => new { row.Email }).Select(group => group.Count()));
        await Refused(rows.Select(row => new { row.Email, row.Name }).Distinct());
        await Refused(rows.Select(row => row.Email).Distinct());
        await Refused(rows.Select(row => row.Email).OrderBy(text => text));
        await Refused(rows.Select(row => row.Email).Where(text => text == email));
        await Refused(rows.Select(row => row.Email).Where(text => text!.Length > 5));
        await Refused(rows.Select(row => row.Email).Select(text => text!.ToUpper()));
        await Refused(rows.Select(row => row.Email).Where(text => text != null).GroupBy(text => text).Select(group => group.Count()));
        await Refused(rows.Select(row => row.Email).Union(rows.Select(row => row.Phone)));
        await Refused(rows.Select(row => row.Name).Union(rows.Select(row => row.Phone)!));
        await Refused(rows.Select(row => row.Email).Intersect(rows.Select(row => row.Phone)));
        await Refused(rows.Select(row => row.Contacts.Select(contact => contact.Number).FirstOrDefault()).OrderBy(text => text));
        await Refused(rows.Join(db.Visits, row => row.Email, visit => visit.Diagnosis, (row, visit) => row.Name));
        await Refused(rows.Join(db.Visits, row => row.Id, visit => visit.PatientId, (row, visit) => new { visit.Diagnosis })
            .OrderBy(row => row.Diagnosis));
        await Assert.ThrowsAsync<NotSealedException>(() => rows.Select(row => row.Email).ContainsAsync(email));
        await Assert.ThrowsAsync<NotSealedException>(() => rows.Select(row => row.Email).MaxAsync());

        // The clean twins: what is beside it, and asking for null.
        Assert.Equal(email, (await rows.Select(row => new { row.Email, row.Name }).Where(row => row.Email != null && row.Name != "")
            .OrderBy(row => row.Name).SingleAsync()).Email);
        Assert.Equal(email, await rows.Select(row => row.Email).Where(text => text != null).SingleAsync());
        Assert.Equal(email, await rows.OrderBy(row => row.Name).Select(row => row.Email).Take(1).FirstAsync());
        Assert.Equal(1, await rows.Select(row => row.Email).CountAsync());
        Assert.Equal("Budi", await rows.Select(row => new { row.Email, row.Name }).Select(row => row.Name).Distinct().SingleAsync());
        Assert.Equal("Budi", (await rows.Distinct().SingleAsync()).Name);
        Assert.Equal(1, (await rows.GroupBy(row => row.Name).Select(group => new { group.Key, Count = group.Count() }).SingleAsync()).Count);
        Assert.Equal("flu", (await rows.Join(db.Visits, row => row.Id, visit => visit.PatientId, (row, visit) => new { row.Name, visit.Diagnosis })
            .OrderBy(row => row.Name).SingleAsync()).Diagnosis);
        Assert.Equal(2, (await rows.Select(row => row.Contacts.Select(contact => contact.Number).ToList()).SingleAsync()).Count);

        static async Task Refused<T>(IQueryable<T> query) =>
            await Assert.ThrowsAsync<NotSealedException>(() => query.ToListAsync());
    }

    // Why PAC4006 tells of it: nothing refuses it when it runs.
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_bulk_update_of_whose_a_row_is_leaves_it_under_the_key_of_another(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        var (budi, citra) = (Budi(), new Patient { Name = "Citra" });
        await database.AddAsync(budi, citra, new Visit { PatientId = budi.Id, Diagnosis = "flu" });
        var before = Assert.Single(await database.StoredAsync("Visits", "Diagnosis"));

        Assert.Equal(1, await database.AskAsync(db => db.Visits.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.PatientId, citra.Id))));

        Assert.Equal(before, Assert.Single(await database.StoredAsync("Visits", "Diagnosis")));
        await Assert.ThrowsAsync<SealedValueException>(() => database.AskAsync(db => db.Visits.ToListAsync()));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_was_moved_to_another_column_or_row_is_refused(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        var (budi, citra) = (Budi(), new Patient { Name = "Citra", Email = "citra@example.com" });
        await database.AddAsync(budi, citra, new Visit { PatientId = budi.Id, Diagnosis = "flu" });

        await database.SqlAsync("UPDATE \"Visits\" SET \"Diagnosis\" = (SELECT \"Email\" FROM \"Patients\" WHERE \"Name\" = 'Budi')");
        await Assert.ThrowsAsync<SealedValueException>(() => database.AskAsync(db => db.Visits.ToListAsync()));

        await database.SqlAsync(
            "UPDATE \"Patients\" SET \"Email\" = (SELECT \"Email\" FROM \"Patients\" WHERE \"Name\" = 'Budi') WHERE \"Name\" = 'Citra'");
        await Assert.ThrowsAsync<SealedValueException>(() => database.AskAsync(db => db.Patients.ToListAsync()));
        await Assert.ThrowsAsync<SealedValueException>(
            () => database.AskAsync(db => db.Patients.AsNoTracking().SingleAsync(row => row.Name == "Citra")));
        Assert.Equal("budi@example.com", (await database.AskAsync(db => db.Patients.SingleAsync(row => row.Name == "Budi"))).Email);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_is_too_long_is_not_saved_and_what_fits_is(Provider provider)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => database.AddAsync(new Patient { Email = new('x', 61) }));
        Assert.Contains("60", error.Message, StringComparison.Ordinal);
        // Sixty letters of three bytes each are the most.
        await database.AddAsync(new Patient { Email = new('あ', 60) });
        Assert.Equal(new string('あ', 60), (await database.AskAsync(db => db.Patients.SingleAsync())).Email);
    }

    [Theory]
    [InlineData(Provider.Sqlite, true)]
    [InlineData(Provider.Sqlite, false)]
    [InlineData(Provider.PostgreSql, true)]
    public async Task What_hangs_on_a_row_that_is_given_to_somebody_else_goes_with_it(Provider provider, bool isAsync)
    {
        await using var database = await ClinicDatabase.OpenAsync(provider);
        var (budi, citra) = (Budi(), new Patient { Name = "Citra", Email = "citra@example.com" });
        var (visit, other) = (new Visit { Patient = budi, Diagnosis = "flu" }, new Visit { Patient = budi, Diagnosis = "cold" });
        await database.AddAsync(
            budi, citra, visit, other, new Prescription { Visit = visit, Drug = "tea" }, new Prescription { Visit = visit, Drug = "honey" },
            new Prescription { Visit = other, Drug = "salt" });
        await using (var db = database.Connect())
        {
            (await db.Visits.SingleAsync(row => row.Diagnosis != null && row.Id == visit.Id)).PatientId = citra.Id;
            _ = isAsync ? await db.SaveChangesAsync() : db.SaveChanges();
        }

        // Whose they are now: with the former person's keys gone all of hers can be read, and nothing else of his.
        database.Keys.Delete(new("patient", budi.Id.ToString()));
        await using var later = database.Connect();
        Assert.Equal(
            ["honey", "tea"],
            (await later.Prescriptions.Where(row => row.VisitId == visit.Id).ToListAsync()).Select(row => row.Drug).Order());
        Assert.Equal("flu", (await later.Visits.SingleAsync(row => row.PatientId == citra.Id)).Diagnosis);
        await Assert.ThrowsAsync<SubjectKeyMissingException>(() => later.Prescriptions.SingleAsync(row => row.VisitId == other.Id));
    }

    [Fact]
    public async Task A_save_that_failed_leaves_the_entity_as_it_was_and_can_be_tried_again()
    {
        await using var database = await ClinicDatabase.OpenAsync(Provider.Sqlite);
        var budi = Budi();
        await database.AddAsync(budi);
        await using var db = database.Connect();
        var again = new Patient { Id = budi.Id, Email = "x@example.com" };
        db.Add(again);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Equal("x@example.com", again.Email);
        db.Entry(again).State = EntityState.Detached;
        again.Id = Guid.NewGuid();
        db.Add(again);
        await db.SaveChangesAsync();
        Assert.Equal("x@example.com", (await database.AskAsync(other => other.Patients.SingleAsync(row => row.Id == again.Id))).Email);
    }

    internal static Patient Budi() => new()
    {
        Name = "Budi",
        Email = "budi@example.com",
        Phone = "+62 811 222",
        Photo = s_photo,
        Home = new() { City = "Jakarta", Street = "Jl. Melati 5" },
        Contacts = [new() { Number = "0812" }, new() { Number = "0813" }],
    };

    private sealed class Shown
    {
        public string? Text { get; set; }
    }
}
