using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Export;

/// <summary>Requests for copies and for corrections, served by what was generated.</summary>
public sealed class CopyRequestTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_request_is_answered_by_the_generated_copy_with_consents_and_stores(Provider provider)
    {
        await using var vault = await Vault.OpenAsync(provider);
        var clock = new DeskClock(Desk.Start);
        await using var services = Services(vault, clock);
        var requests = services.GetRequiredService<IPrivacyRequests>();
        await services.GetRequiredService<IConsents>().GiveAsync("customer", "1", "promotion", new("1", "id", "Boleh?"), "form");
        await services.GetRequiredService<IConsents>().GiveAsync("customer", "2", "research", new("1", "en", "May we?"), "form");
        var request = await ConfirmedAsync(requests, PrivacyRight.Access);
        using var stream = new MemoryStream();
        Assert.Null(await requests.WriteCopyAsync(request.Id, stream, null, TestContext.Current.CancellationToken));
        await requests.ExecuteAsync(request.Id, null, TestContext.Current.CancellationToken);

        var receipt = await requests.WriteCopyAsync(request.Id, stream, "id", TestContext.Current.CancellationToken);

        Assert.Equal(ExportOutcome.Written, receipt!.Outcome);
        Assert.Equal(["blobs"], receipt.Stores);
        Assert.Contains(receipt.Entries, entry => entry is { Entity: "PrivacyConsent", Rows: 1 });
        Assert.Contains(receipt.Entries, entry => entry is { Entity: "PrivacyRequest", Rows: 1 });
        using var copy = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("Persetujuan Anda", copy.RootElement.GetProperty("data").EnumerateArray()
            .Single(entity => entity.GetProperty("entity").GetString() == "PrivacyConsent").GetProperty("label").GetString());
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("research", text, StringComparison.Ordinal);
        Assert.DoesNotContain("budi", text, StringComparison.Ordinal);

        clock.Now = (await requests.CopyAsync(request.Id, TestContext.Current.CancellationToken))!.Until;
        Assert.Null(await requests.WriteCopyAsync(request.Id, stream, null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_rectification_is_carried_out_and_remembered_without_values(Provider provider)
    {
        await using var vault = await Vault.OpenAsync(provider);
        await using var services = Services(vault, new(Desk.Start));
        var requests = services.GetRequiredService<IPrivacyRequests>();
        var request = await ConfirmedAsync(
            requests, PrivacyRight.Rectification, new("Member.Email", "anna@mail.example"), new("Member.Name", "ana"));

        await requests.ExecuteAsync(request.Id, "dian", TestContext.Current.CancellationToken);

        Assert.Equal("anna@mail.example", (await vault.FindAsync(1)).Email);
        var history = Assert.Single(await requests.RectificationsAsync("customer", "1", TestContext.Current.CancellationToken));
        Assert.Equal(("dian", "Member.Email"), (history.By, Assert.Single(history.Fields)));
        var stored = (await requests.FindAsync(request.Id, TestContext.Current.CancellationToken))!;
        Assert.Null(stored.Corrections);
        Assert.DoesNotContain("anna", stored.Receipt, StringComparison.Ordinal);
    }

    /// <summary>Told that it is done, and then nothing to fetch: that is found out before.</summary>
    [Theory]
    [InlineData(PrivacyRight.Access)]
    [InlineData(PrivacyRight.Portability)]
    public async Task A_copy_that_nobody_writes_is_refused_and_the_request_stays_as_it_was(PrivacyRight right)
    {
        await using var vault = await Vault.OpenAsync(Provider.Sqlite);
        await using var services = Services(vault, new(Desk.Start));
        var requests = services.GetRequiredService<IPrivacyRequests>();
        var request = await requests.ReceiveAsync(new(right, "staff", "1", "form"));
        await requests.VouchForIdentityAsync(request.Id, "signed-in");
        await requests.ConfirmAsync(request.Id);

        var refused = await Assert.ThrowsAsync<PrivacyRequestStepException>(() => requests.ExecuteAsync(request.Id, "dian"));

        Assert.EndsWith(
            "nobody writes copies of a 'staff' (of 'customer' they are written): register an ISubjectExport that does.",
            refused.Message, StringComparison.Ordinal);
        Assert.Equal(PrivacyRequestState.Confirmed, (await requests.FindAsync(request.Id, TestContext.Current.CancellationToken))!.State);
        Assert.Null(await requests.CopyAsync(request.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_rectification_that_cannot_be_made_leaves_the_request_as_it_was()
    {
        await using var vault = await Vault.OpenAsync(Provider.Sqlite);
        await using var services = Services(vault, new(Desk.Start));
        var requests = services.GetRequiredService<IPrivacyRequests>();
        var request = await ConfirmedAsync(
            requests, PrivacyRight.Rectification, new("Member.Name", "Anna"), new("Member.PasswordHash", "x"));
        await Assert.ThrowsAsync<PrivacyRectificationException>(() => requests.ExecuteAsync(request.Id));
        Assert.Equal("ana", (await vault.FindAsync(1)).Name);
        Assert.Equal(PrivacyRequestState.Confirmed, (await requests.FindAsync(request.Id, TestContext.Current.CancellationToken))!.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_applications_own_rectification_goes_before_the_generated_one(bool first)
    {
        var services = new ServiceCollection().AddDbContext<VaultContext>(_ => { });
        if (first)
            services.AddScoped<ISubjectRectification, Own>();
        services.AddPrivacyOperations<VaultContext>();
        if (!first)
            services.AddScoped<ISubjectRectification, Own>();
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        Assert.IsType<Own>(scope.ServiceProvider.GetRequiredService<ISubjectRectification>());
    }

    private static async Task<PrivacyRequest> ConfirmedAsync(IPrivacyRequests requests, PrivacyRight right, params FieldCorrection[] corrections)
    {
        var request = await requests.ReceiveAsync(new(right, "customer", "1", "form") { Corrections = corrections });
        await requests.VouchForIdentityAsync(request.Id, "signed-in");
        return await requests.ConfirmAsync(request.Id);
    }

    private static ServiceProvider Services(Vault vault, DeskClock clock) => new ServiceCollection()
        .AddDbContext<VaultContext>(vault.Configure)
        .AddSingleton<TimeProvider>(clock)
        .AddPrivacyOperations<VaultContext>()
        .AddPrivacyRequests<VaultContext>(DeskRights.Rights)
        .AddSingleton<INotifier>(new DeskNotifier(new()))
        .AddScoped<ISubjectDataStore, Blobs>()
        .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });

    private sealed class Blobs : ISubjectDataStore
    {
        public string Name => "blobs";

        public Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel) => Task.CompletedTask;

        public async Task ExportAsync(string subject, string subjectId, Stream utf8Json, CancellationToken cancel) =>
            await JsonSerializer.SerializeAsync(utf8Json, new[] { subject, subjectId }, cancellationToken: cancel);
    }

    private sealed class Own : ISubjectRectification
    {
        public Task<IReadOnlyList<string>> CorrectAsync(
            string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<string>>([]);
    }
}
