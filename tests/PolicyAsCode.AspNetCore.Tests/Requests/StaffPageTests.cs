using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>What staff does, and nobody else.</summary>
public sealed class StaffPageTests
{
    [Fact]
    public async Task Staff_takes_a_request_from_its_receipt_to_its_end()
    {
        await using var shop = await PagesShop.OpenAsync(options => options.ConfirmAtOnce = false);
        var request = await shop.Requests.ReceiveAsync(new(PrivacyRight.Erasure, "customer", "1", "phone") { Words = "please <b>" });
        using var desk = shop.Browse();
        await desk.SignInAsync("dian");
        await desk.OpenAsync("/privacy/staff/");
        Assert.Contains($"/privacy/staff/requests/{request.Id}", desk.Html, StringComparison.Ordinal);
        await desk.OpenAsync($"/privacy/staff/requests/{request.Id}");
        Assert.Contains("please &lt;b&gt;", desk.Html, StringComparison.Ordinal);
        await desk.SubmitAsync("/vouch", ("reason", ""));
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
        await desk.SubmitAsync("/vouch", ("reason", "id document seen"));
        await desk.SubmitAsync("/confirm");
        await desk.SubmitAsync("/extend", ("reason", "many requests"));
        Assert.Equal(new DateOnly(2026, 5, 4), (await shop.Requests.FindAsync(request.Id))!.DueOn);

        shop.Clock.Now = new(2026, 6, 2, 3, 0, 0, TimeSpan.Zero);
        await desk.SignInAsync("dian");
        await desk.OpenAsync("/privacy/staff/?which=overdue");
        Assert.Contains("Late", desk.Html, StringComparison.Ordinal);
        await desk.OpenAsync($"/privacy/staff/requests/{request.Id}");
        await desk.SubmitAsync("/execute");
        var done = (await shop.Requests.FindAsync(request.Id))!;
        Assert.Equal((PrivacyRequestState.Done, "dian", "id document seen"), (done.State, done.ExecutedBy, done.VerifiedBy));
        Assert.Equal(1, await shop.PeopleAsync());
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        await using var shop = await PagesShop.OpenAsync();
        var request = await shop.Requests.ReceiveAsync(new(PrivacyRight.Erasure, "customer", "1", "phone") { VerifiedBy = "signed-in" });
        await shop.Requests.ConfirmAsync(request.Id);
        foreach (var who in new[] { null, "1" })
        {
            using var browser = shop.Browse();
            if (who is not null)
                await browser.SignInAsync(who);
            await browser.OpenAsync("/privacy/");
            foreach (var path in new[] { "/privacy/staff/", $"/privacy/staff/requests/{request.Id}" })
            {
                await browser.OpenAsync(path);
                Assert.Equal(who is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, browser.Status);
            }

            await browser.OpenAsync("/privacy/ask/access");
            await browser.PostAsync($"/privacy/staff/requests/{request.Id}/execute", browser.Form("/ask/access").Fields);
            Assert.NotEqual(HttpStatusCode.OK, browser.Status);
        }

        Assert.Equal(2, await shop.PeopleAsync());
    }

    [Fact]
    public async Task Without_a_policy_there_are_no_pages_for_staff()
    {
        await using var shop = await PagesShop.OpenAsync(options => options.StaffPolicy = null);
        using var browser = shop.Browse();
        await browser.SignInAsync("dian");
        await browser.OpenAsync("/privacy/staff/");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_and_not_done()
    {
        await using var shop = await PagesShop.OpenAsync();
        var request = await shop.Requests.ReceiveAsync(new(PrivacyRight.Access, "customer", "1", "phone"));
        using var desk = shop.Browse();
        desk.IsProgram = true;
        await desk.SignInAsync("dian");
        await desk.OpenAsync("/privacy/staff/");
        var token = desk.Json.GetProperty("token").GetString();
        foreach (var (step, status) in new[]
        {
            ("confirm", HttpStatusCode.Conflict), ("execute", HttpStatusCode.Conflict), ("extend", HttpStatusCode.Conflict),
            ("notified", HttpStatusCode.Conflict), ("fly", HttpStatusCode.NotFound),
        })
        {
            await desk.PostJsonAsync($"/privacy/staff/requests/{request.Id}/{step}", new { reason = "much to do" }, token);
            Assert.Equal((status, "application/problem+json"), (desk.Status, desk.ContentHeaders.ContentType!.MediaType));
        }

        await desk.PostJsonAsync($"/privacy/staff/requests/{request.Id}/refuse", new { }, token);
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
        await desk.PostJsonAsync($"/privacy/staff/requests/{request.Id}/refuse", new { reason = "asked twice" }, token);
        Assert.Equal("refused", desk.Json.GetProperty("state").GetString());
        await desk.PostJsonAsync($"/privacy/staff/requests/{Guid.NewGuid()}/confirm", new { }, token);
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task Staff_sees_what_is_to_be_put_right_and_why_it_cannot_be()
    {
        await using var shop = await PagesShop.OpenAsync(more: services => services.AddScoped<ISubjectRectification, NoRectification>());
        var request = await shop.Requests.ReceiveAsync(new(PrivacyRight.Rectification, "customer", "1", "phone")
        {
            Corrections = [new("Shopper.Name", "An<n>a")], VerifiedBy = "signed-in", Words = "it is wrong",
        });
        await shop.Requests.ConfirmAsync(request.Id);
        using var desk = shop.Browse();
        await desk.SignInAsync("dian");
        await desk.OpenAsync($"/privacy/staff/requests/{request.Id}");
        Assert.Contains("Shopper.Name: An&lt;n&gt;a", desk.Html, StringComparison.Ordinal);
        foreach (var (wanted, said) in new[] { ("1", "There is no such name"), ("2", "another record may have that value") })
        {
            NoRectification.Wanted = wanted;
            await desk.OpenAsync($"/privacy/staff/requests/{request.Id}");
            await desk.SubmitAsync("/execute");
            Assert.Equal(HttpStatusCode.Conflict, desk.Status);
            Assert.Contains(said, desk.Html, StringComparison.Ordinal);
        }

        desk.IsProgram = true;
        await desk.OpenAsync($"/privacy/staff/requests/{request.Id}");
        Assert.Equal(
            ("1", "it is wrong", "An<n>a"),
            (desk.Json.GetProperty("subjectId").GetString(), desk.Json.GetProperty("words").GetString(),
                desk.Json.GetProperty("corrections")[0].GetProperty("value").GetString()));
    }

    [Fact]
    public async Task What_fails_after_the_proof_is_left_to_staff()
    {
        await using var shop = await PagesShop.OpenAsync(
            options => options.CarryOutAtOnce.Add(PrivacyRight.Rectification),
            more: services => services.AddScoped<ISubjectRectification, NoRectification>());
        using var browser = shop.Browse();
        await browser.SignInAsync("1");
        await browser.OpenAsync("/privacy/ask/rectification");
        await browser.SubmitAsync("/ask/rectification", ("field", "Shopper.Name"), ("value", "Anna"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(PrivacyRequestState.Confirmed, (await shop.Requests.FindAsync(browser.Number))!.State);
    }

    [Theory]
    [InlineData(null, false, 1)]
    [InlineData("east", false, 1)]
    [InlineData("west", false, 0)]
    [InlineData(null, true, 2)]
    public async Task Staff_sees_its_own_tenants_requests(string? works, bool isForAll, int seen)
    {
        var tenant = new Tenant();
        await using var shop = await PagesShop.OpenAsync(
            options => options.StaffSeesEveryTenant = isForAll, more: services => services.AddSingleton<IPrivacyTenant>(tenant));
        foreach (var of in new[] { null, "east" })
        {
            tenant.Current = of;
            await shop.Requests.ReceiveAsync(new(PrivacyRight.Erasure, "customer", "1", "phone"));
        }

        tenant.Current = works;
        using var desk = shop.Browse();
        await desk.SignInAsync("dian");
        desk.IsProgram = true;
        await desk.OpenAsync("/privacy/staff/");
        Assert.Equal(seen, desk.Json.GetProperty("requests").GetArrayLength());
    }

    private sealed class Tenant : IPrivacyTenant
    {
        public string? Current { get; set; }

        public void Enter(string? tenant) => Current = tenant;
    }

    private sealed class NoRectification : ISubjectRectification
    {
        public static string Wanted { get; set; } = "1";

        public Task<IReadOnlyList<string>> CorrectAsync(
            string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel) =>
            throw (Wanted == "1"
                ? new PrivacyRectificationException(["There is no such name."])
                : new Microsoft.EntityFrameworkCore.DbUpdateException("duplicate"));
    }
}
