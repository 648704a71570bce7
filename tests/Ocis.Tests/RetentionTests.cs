using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Tests;

/// <summary>What has outlived its time goes, a child's data at once; and who read or changed what is on record.</summary>
public sealed class RetentionTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-4.4")]
    public async Task The_sweep_takes_what_is_over_and_leaves_the_rest(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var officer = await ocis.OfficerAsync();
        var planned = await SweptAsync(officer, dryRun: true);
        Assert.Equal(planned, await SweptAsync(officer, dryRun: false));
        Assert.True(planned >= 8, $"{planned} rows");
        Assert.Equal(0, await SweptAsync(officer, dryRun: false));

        await using var scope = ocis.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<OcisContext>();
        var now = ocis.Clock.GetUtcNow();
        Assert.False(await rows.Users.AnyAsync(user => user.UserName == "paula"));
        var rosa = await rows.Users.SingleAsync(user => user.UserName == "rosa");
        Assert.Equal(("Rosa Leaving", (string?)null), (rosa.Name, rosa.PasswordHash));
        Assert.Equal(["google"], await rows.FederatedLogins.Select(login => login.Provider).ToListAsync());
        Assert.All(await rows.Visits.Where(visit => visit.At < now.AddDays(-91)).ToListAsync(), visit => Assert.Equal((null, null, null), (visit.IpAddress, visit.Device, visit.TimeZone)));
        Assert.All(await rows.Visits.Where(visit => visit.At < now.AddDays(-367)).ToListAsync(), visit => Assert.Null(visit.UserId));
        Assert.Equal("Is the park stage open to wheelchairs?", Assert.Single(await rows.SupportRequests.ToListAsync()).Text);
        Assert.False(await rows.Messages.AnyAsync());
        Assert.All(await rows.Payments.Include(payment => payment.Order).ToListAsync(), payment =>
            Assert.Equal(payment.Order!.PaidAt < now.AddDays(-367), payment.Method is null));

        // Ten years on the books are nobody's.
        ocis.Clock.MoveTo(now.AddYears(10).AddDays(1));
        await ocis.InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions()));
        Assert.Equal(4, await rows.Orders.AsNoTracking().CountAsync());
        Assert.All(await rows.Orders.AsNoTracking().ToListAsync(), order => Assert.Null(order.UserId));
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-6.1")]
    public async Task A_child_that_slipped_through_is_erased_as_soon_as_it_is_known(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var officer = await ocis.OfficerAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ocis.SupportAsync()).PostAsync($"/privacy/underage/{OcisSeed.Kim}", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsync($"/privacy/underage/{OcisSeed.Kim}", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"/privacy/underage/{OcisSeed.Kim}", null)).StatusCode);
        Assert.False(await ocis.InAsync<OcisContext, bool>(rows => rows.Users.AnyAsync(user => user.Id == OcisSeed.Kim)));
        Assert.Equal(1, await ocis.InAsync<OcisContext, int>(rows => rows.Orders.CountAsync(order => order.UserId == null)));
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-4.3")]
    public async Task Who_read_and_changed_what_is_on_record_without_what_it_was(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        var mira = await ocis.MiraAsync();
        await mira.PutAsJsonAsync("/account/theme", new { theme = "light" });
        await (await ocis.SupportAsync()).GetStringAsync("/support");
        var officer = await ocis.OfficerAsync();
        var trail = (await officer.GetFromJsonAsync<JsonElement>($"/privacy/trail/{OcisSeed.Mira}")).EnumerateArray().ToList();
        Assert.Contains(trail, line => Is(line, "Changed", "User", "Theme"));
        Assert.Contains(trail, line => Is(line, "Read", "SupportRequest", "Text"));
        Assert.DoesNotContain(trail, line => line.ToString().Contains("wheelchair", StringComparison.Ordinal) || line.ToString().Contains("light", StringComparison.Ordinal));
        Assert.True((await officer.GetFromJsonAsync<JsonElement>("/privacy/trail")).GetProperty("isIntact").GetBoolean());

        // Nor does a statement over many rows pass it by, which no entity is loaded for; of one that is undone nothing stays.
        var gone = await ocis.InAsync<OcisContext, int>(rows => rows.Messages.ExecuteDeleteAsync());
        Assert.True(gone > 0);
        Assert.Equal((AuditAction.Deleted, "Message", (int?)gone), await BulkAsync(ocis));
        await using (var scope = ocis.Services.CreateAsyncScope())
        {
            var rows = scope.ServiceProvider.GetRequiredService<OcisContext>();
            await using var transaction = await rows.Database.BeginTransactionAsync();
            await rows.Visits.ExecuteDeleteAsync();
            await transaction.RollbackAsync();
        }
        Assert.Equal((AuditAction.Deleted, "Message", (int?)gone), await BulkAsync(ocis));

        // Whoever tampers with it is found out.
        await ocis.InAsync<OcisContext, int>(rows => rows.Database.ExecuteSqlRawAsync("UPDATE privacy_audit SET \"Fields\" = 'Name' WHERE \"Fields\" = 'Theme'"));
        Assert.False((await officer.GetFromJsonAsync<JsonElement>("/privacy/trail")).GetProperty("isIntact").GetBoolean());
    }

    [Theory, MemberData(nameof(Databases)), Trait("Clause", "OCIS-4.1"), Trait("Clause", "OCIS-2.3")]
    public async Task What_somebody_says_of_themselves_is_sealed_where_it_lies(string provider)
    {
        await using var ocis = new OcisFactory(provider);
        await (await ocis.MiraAsync()).PostAsJsonAsync("/support", new { text = "Xylophone lessons?" });
        var everything = await ocis.Database.EverythingAsync();
        foreach (var trace in (string[])["Mira Novak", "mira@example.com", "+43 1 0000001", "Xylophone", "wheelchairs", "google-7001", "theatre, concerts"])
            Assert.DoesNotContain(everything, value => value.Contains(trace, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Xylophone", await (await ocis.SupportAsync()).GetStringAsync("/support"), StringComparison.Ordinal);
    }

    private static Task<(AuditAction Action, string Entity, int? Rows)> BulkAsync(OcisFactory ocis) =>
        ocis.InAsync<OcisContext, (AuditAction, string, int?)>(async rows =>
        {
            var bulk = await rows.Set<PrivacyAuditRecord>().SingleAsync(record => record.Way == AuditWay.Bulk);
            return (bulk.Action, bulk.Entity, bulk.Rows);
        });

    private static bool Is(JsonElement line, string action, string entity, string field) =>
        line.GetProperty("action").GetString() == action && line.GetProperty("entity").GetString() == entity
        && line.GetProperty("fields").GetString()!.Contains(field, StringComparison.Ordinal);

    private static async Task<int> SweptAsync(HttpClient officer, bool dryRun)
    {
        var answer = await officer.PostAsync($"/privacy/sweep?dryRun={dryRun}", null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Sum(entry => entry.GetProperty("rows").GetInt32());
    }
}
