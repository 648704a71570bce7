using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>An application that serves requests and has its context sealed, with all of it in one process.</summary>
internal sealed class SealedDesk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SealedDesk(DeskDatabase database, MissingKey missingKey)
    {
        Database = database;
        Keys = new MemorySubjectKeys(Clock);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Keys)
            .AddSubjectEncryption<DeskContext>(missingKey)
            .AddDbContext<DeskContext>((provider, options) =>
            {
                database.Configure(options);
                options.UseSubjectEncryption(provider.GetRequiredService<SubjectEncryption>());
            })
            .AddPrivacyRequests<DeskContext>(DeskRights.Rights)
            .AddSingleton<INotifier>(new DeskNotifier(World))
            .AddScoped<DeskErasure>()
            .AddScoped<ISubjectErasure>(provider => provider.GetRequiredService<DeskErasure>())
            .AddScoped<ISubjectExport, DeskExport>()
            .AddScoped<ISubjectContacts, DeskContacts>()
            .AddScoped<ISubjectRectification, DeskRectification>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public DeskDatabase Database { get; }

    public DeskClock Clock { get; } = new(Desk.Start);

    public DeskWorld World { get; } = new();

    public ISubjectKeys Keys { get; }

    public PrivacySubject Ana { get; } = new("customer", Desk.Ana.ToString());

    public IPrivacyRequests Requests => _services.GetRequiredService<IPrivacyRequests>();

    public IPrivacyOutbox Outbox => _services.GetRequiredService<IPrivacyOutbox>();

    public ISubjectKeyRotation Rotation => _services.GetRequiredService<ISubjectKeyRotation>();

    public static async Task<SealedDesk> OpenAsync(Provider provider, MissingKey missingKey = MissingKey.Throw)
    {
        var database = await DeskDatabase.OpenAsync(provider);
        await Desk.FillAsync(database);
        return new(database, missingKey);
    }

    /// <summary>A scope as a web request has one, with its context.</summary>
    public async Task<T> InScopeAsync<T>(Func<DeskContext, ISubjectErasure, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(
            scope.ServiceProvider.GetRequiredService<DeskContext>(), scope.ServiceProvider.GetRequiredService<ISubjectErasure>());
    }

    public async Task<PrivacyRequest> ConfirmedAsync(NewPrivacyRequest asked)
    {
        var request = await Requests.ReceiveAsync(asked);
        await Requests.VouchForIdentityAsync(request.Id, "signed-in");
        return await Requests.ConfirmAsync(request.Id);
    }

    public async Task DispatchAsync()
    {
        while (await Outbox.DispatchAsync() > 0)
        {
        }
    }

    /// <summary>What lies in the run time's own tables, as a backup of the database has it.</summary>
    public async Task<IReadOnlyList<string>> StoredAsync() =>
        [.. (await Desk.RowsAsync(Database)).Where(row => row.StartsWith("privacy_", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
