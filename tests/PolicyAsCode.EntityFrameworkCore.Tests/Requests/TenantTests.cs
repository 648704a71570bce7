using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>A request is served for the tenant that it came in for, wherever it is served.</summary>
public sealed class TenantTests
{
    private static readonly Guid s_citra = Guid.Parse("cccccccc-0000-4000-8000-00000000000c");

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_request_is_served_in_the_background_for_its_tenant(Provider provider)
    {
        await using var desk = await OpenAsync(provider);
        await using var node = Node(desk);
        DeskTenant.Web = "north";
        var request = await node.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure, s_citra));
        Assert.Equal(("north", "citra@mail.example"), (request.Tenant, request.Address));

        DeskTenant.Web = null;
        await node.Requests.VouchForIdentityAsync(request.Id, "signed-in");
        await node.Requests.ConfirmAsync(request.Id);
        Assert.Equal(PrivacyRequestState.Running, (await node.Requests.ExecuteAsync(request.Id)).State);
        while (await node.Outbox.DispatchAsync() > 0)
        {
        }

        Assert.Equal(PrivacyRequestState.CustomerNotified, (await node.Requests.FindAsync(request.Id))!.State);
        Assert.Contains("1 records were erased", desk.World.Mail.Last().Text, StringComparison.Ordinal);
        Assert.Equal(["north"], TenantStore.Seen(desk.World));
        Assert.DoesNotContain(await desk.RowsAsync(), row => row.Contains("citra", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_hidden_person_is_an_error_and_never_nothing_found(Provider provider)
    {
        await using var desk = await OpenAsync(provider);
        await using var node = Node(desk);
        DeskTenant.Web = "south";
        var request = await node.Requests.ReceiveAsync(
            Desk.Ask(PrivacyRight.Erasure, s_citra) with { VerifiedBy = "signed-in" });
        await node.Requests.ConfirmAsync(request.Id);
        var before = await desk.RowsAsync();
        var hidden = await Assert.ThrowsAsync<PrivacyRequestHiddenException>(() => node.Requests.ExecuteAsync(request.Id));
        Assert.Equal(request.Id, hidden.RequestId);
        Assert.DoesNotContain(s_citra.ToString(), hidden.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await desk.RowsAsync());
        Assert.Equal(PrivacyRequestState.Confirmed, (await node.Requests.FindAsync(request.Id))!.State);
    }

    [Fact]
    public async Task Who_is_gone_for_good_was_not_hidden()
    {
        await using var desk = await OpenAsync(Provider.Sqlite);
        await using var node = Node(desk);
        DeskTenant.Web = "north";
        var request = await node.Requests.ReceiveAsync(
            Desk.Ask(PrivacyRight.Erasure, Guid.NewGuid()) with { VerifiedBy = "signed-in" });
        await node.Requests.ConfirmAsync(request.Id);
        Assert.Null((await node.Requests.ExecuteAsync(request.Id)).SubjectId);
    }

    [Fact]
    public async Task Whoever_takes_it_in_can_say_the_tenant()
    {
        await using var desk = await OpenAsync(Provider.Sqlite);
        await using var node = Node(desk);
        var request = await node.Requests.ReceiveAsync(
            Desk.Ask(PrivacyRight.Erasure, s_citra) with { Tenant = "north", VerifiedBy = "signed-in" });
        Assert.Equal("citra@mail.example", request.Address);
        await node.Requests.ConfirmAsync(request.Id);
        await node.Requests.ExecuteAsync(request.Id);
        Assert.DoesNotContain(
            await desk.RowsAsync(), row => row.StartsWith("People", StringComparison.Ordinal) && row.Contains("citra", StringComparison.Ordinal));
    }

    private static DeskNode Node(Desk desk) => new(desk.Database, desk.World, desk.Clock, services => services
        .AddScoped<IPrivacyTenant, DeskTenant>()
        .AddScoped<ISubjectDataStore>(provider => new TenantStore(provider.GetRequiredService<IPrivacyTenant>(), desk.World)));

    private static async Task<Desk> OpenAsync(Provider provider)
    {
        var desk = await Desk.OpenAsync(provider);
        await using var db = desk.Database.Connect();
        db.Add(new DeskPerson { Id = s_citra, Name = "citra", Email = "citra@mail.example", Tenant = "north" });
        await db.SaveChangesAsync();
        return desk;
    }

    private sealed class TenantStore(IPrivacyTenant tenant, DeskWorld world) : ISubjectDataStore
    {
        public string Name => "blobs";

        public static IEnumerable<string> Seen(DeskWorld world) => world.Erasures.Select(erasure => erasure.Store);

        public Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel)
        {
            world.Erasures.Enqueue((tenant.Current ?? "none", subjectId, idempotencyKey));
            return Task.CompletedTask;
        }

        public Task ExportAsync(string subject, string subjectId, Stream utf8Json, CancellationToken cancel) =>
            throw new NotSupportedException();
    }
}
