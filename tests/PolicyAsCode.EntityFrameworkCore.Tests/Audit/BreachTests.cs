using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>Whom a breach touches is told from the trail, or from the tables that have leaked.</summary>
public sealed class BreachTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task An_account_in_wrong_hands_touches_those_whom_it_has_read(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, budi) = await library.SeedAsync();
        var reports = library.Services.GetRequiredService<IBreachReports>();
        library.Current = new("staff", "mallory");
        await library.UseAsync(db => db.Readers.Where(one => one.Id == ana).ToListAsync());
        await library.UseAsync(db => db.Fines.AsNoTracking().Where(fine => fine.Loan!.ReaderId == ana).ToListAsync());
        await library.UseAsync(db => db.Readers.Select(one => one.Email).ToListAsync());
        library.Current = new("staff", "eko");
        await library.UseAsync(db => db.Readers.Where(one => one.Id == budi).ToListAsync());

        var (from, until) = (library.Time.GetUtcNow(), library.Time.GetUtcNow().AddSeconds(1));
        var mallory = BreachScope.Accessed(from, until) with { Actor = new("staff", "mallory") };
        var report = await reports.ReportAsync(mallory, library.Time.GetUtcNow());
        Assert.Equal([new BreachedPeople("customer", 1, 0)], report.People);
        Assert.Equal([new UnnamedAccess("Reader", AuditWay.Projection, 1, 2)], report.Unnamed);
        Assert.Equal(
            ["Fine.Excuse", "Reader.Email", "Reader.Home.Street", "Reader.Name", "Reader.Taste.Genre"],
            report.Data.Select(data => $"{data.Entity}.{data.Field}"));
        Assert.Equal([new PrivacySubject("customer", Text(ana))], await ListAsync(reports.PeopleAsync(mallory)));

        Assert.Equal(2, (await reports.ReportAsync(BreachScope.Accessed(from, until), from)).People.Single().Count);
        Assert.Equal(["Fine"], (await reports.ReportAsync(BreachScope.Accessed(from, until, "Fine"), from)).Data.Select(data => data.Entity));
        Assert.Equal(
            ["Excuse"], (await reports.ReportAsync(BreachScope.Accessed(from, until) with { Fields = ["Fine.Excuse"] }, from)).Data.Select(data => data.Field));
        Assert.Empty((await reports.ReportAsync(BreachScope.Accessed(until, until.AddDays(1)), until)).People);

        await using (var scope = library.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ISubjectErasure>().EraseAsync("customer", Text(ana));
        Assert.Equal([new BreachedPeople("customer", 0, 1)], (await reports.ReportAsync(mallory, from)).People);
        Assert.Empty(await ListAsync(reports.PeopleAsync(mallory)));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_table_that_has_leaked_touches_everybody_in_it(Provider provider)
    {
        await using var library = await Library.OpenAsync(provider);
        var (ana, budi) = await library.SeedAsync();
        await library.AddAsync(new Reader { Name = "has nothing" }, new Reader { Name = "hidden", IsHidden = true });
        var reports = library.Services.GetRequiredService<IBreachReports>();
        await library.UseAsync(db => db.Fines.Where(fine => fine.Loan!.ReaderId == budi).ExecuteDeleteAsync());
        Assert.Equal([new BreachedPeople("customer", 1, 0)], (await reports.ReportAsync(BreachScope.Leaked("Fine"), TestShop.Now)).People);
        Assert.Equal([new PrivacySubject("customer", Text(ana))], await ListAsync(reports.PeopleAsync(BreachScope.Leaked("Fine"))));
        Assert.Equal([new BreachedPeople("customer", 2, 0)], (await reports.ReportAsync(BreachScope.Leaked("Fine", "Loan"), TestShop.Now)).People);
        Assert.Equal([new BreachedPeople("customer", 4, 0)], (await reports.ReportAsync(BreachScope.Leaked("Loan", "Reader"), TestShop.Now)).People);
        Assert.Equal(2, (await ListAsync(reports.PeopleAsync(BreachScope.Leaked("Fine", "Loan")))).Distinct().Count());
        var unknown = await Assert.ThrowsAsync<ArgumentException>(() => reports.ReportAsync(BreachScope.Leaked("Shelf"), TestShop.Now));
        Assert.Contains("Reader", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_was_handed_out_is_access_to_all_that_it_holds()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite);
        var (ana, budi) = await library.SeedAsync();
        library.Current = new("staff", "mallory");
        await using (var scope = library.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ISubjectExport>().ExportAsync("customer", Text(ana), new MemoryStream());
            await scope.ServiceProvider.GetRequiredService<ISubjectErasure>().EraseAsync("customer", Text(budi));
        }

        var reports = library.Services.GetRequiredService<IBreachReports>();
        var (from, until) = (library.Time.GetUtcNow(), library.Time.GetUtcNow().AddSeconds(1));
        var report = await reports.ReportAsync(
            BreachScope.Accessed(from, until, "Fine", "Loan") with { Fields = ["Excuse"], Actor = new("staff", "mallory") }, from);
        Assert.Equal(["Fine.Excuse"], report.Data.Select(data => $"{data.Entity}.{data.Field}"));
        // What was erased with somebody else's account is lost to whose it was.
        Assert.Equal([new BreachedPeople("customer", 1, 1)], report.People);
        Assert.Equal([new BreachedPeople("customer", 1, 0)], (await reports.ReportAsync(BreachScope.Accessed(from, until, "Fine"), from)).People);
    }

    [Fact]
    public async Task An_actor_whom_the_trail_does_not_know_is_no_finding_of_no_breach()
    {
        await using var library = await Library.OpenAsync(Provider.Sqlite);
        await library.SeedAsync();
        await library.UseAsync(db => db.Readers.ToListAsync());
        var reports = library.Services.GetRequiredService<IBreachReports>();
        var all = BreachScope.Accessed(library.Time.GetUtcNow(), library.Time.GetUtcNow().AddSeconds(1));
        foreach (var actor in new[] { new AuditActor("staff", "Eko"), AuditActor.Of("nightly") })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => reports.ReportAsync(all with { Actor = actor }, library.Time.GetUtcNow()));
            await Assert.ThrowsAsync<ArgumentException>(() => ListAsync(reports.PeopleAsync(all with { Actor = actor })));
        }

        Assert.Equal(2, (await reports.ReportAsync(all with { Actor = new("staff", "eko") }, library.Time.GetUtcNow())).People.Single().Count);
    }

    [Fact]
    public void The_hours_count_from_when_it_was_known()
    {
        var known = new DateTimeOffset(2026, 3, 13, 20, 0, 0, TimeSpan.Zero);
        var laws = BreachLaws.Of(["uu-pdp", "gdpr"], known, known.AddHours(70.5));
        Assert.Equal(
            ["UU PDP art. 46(1)(a)", "UU PDP art. 46(1)(b)", "GDPR Art. 33(1)", "GDPR Art. 34(1)"], laws.Select(law => law.Article));
        Assert.All(laws.Take(3), law => Assert.Equal((known.AddDays(3), 1.5), (law.Until, law.HoursLeft)));
        Assert.Null(laws[3].Until);
        Assert.Equal(-24, BreachLaws.Of(["gdpr"], known, known.AddHours(96))[0].HoursLeft);
        Assert.Empty(BreachLaws.Of(["other"], known, known));
        Assert.True(BreachLaws.IsHighRisk("special.health"));
        Assert.False(BreachLaws.IsHighRisk("specials"));
    }

    [Theory]
    [InlineData("en", "1.5 hours left", "2 more who are erased")]
    [InlineData("id-ID", "tersisa 1.5 jam", "2 lagi yang datanya sudah dihapus")]
    public void A_report_reads_like_this(string language, params string[] says)
    {
        var known = new DateTimeOffset(2026, 3, 13, 20, 0, 0, TimeSpan.Zero);
        var report = new BreachReport(
            "Test Shop", known, known.AddHours(70.5), [new("customer", 3, 2)], [new("Reader", "Email", ["contact.email"], false)],
            [new("Reader", AuditWay.Projection, 1, 7)], BreachLaws.Of(["uu-pdp", "gdpr"], known, known.AddHours(70.5)), "breach@shop.example", null);
        var text = report.ToMarkdown(language);
        Assert.All(says.Append("breach@shop.example").Append("Reader.Email: contact.email"), said => Assert.Contains(said, text, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(1.5, json.RootElement.GetProperty("deadlines")[0].GetProperty("hoursLeft").GetDouble());
        Assert.Equal(BreachWords.In("en").Keys.Order(), BreachWords.In("id").Keys.Order());
    }

    private static async Task<List<PrivacySubject>> ListAsync(IAsyncEnumerable<PrivacySubject> people)
    {
        var list = new List<PrivacySubject>();
        await foreach (var person in people)
            list.Add(person);
        return list;
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
