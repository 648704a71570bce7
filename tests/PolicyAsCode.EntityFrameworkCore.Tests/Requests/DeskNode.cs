using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>One running application of several on the same database.</summary>
internal sealed class DeskNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DeskNode(
        DeskDatabase database, DeskWorld world, DeskClock clock, IEnumerable<string>? stores = null,
        params IInterceptor[] interceptors)
        : this(database, world, clock, _ => { }, stores, interceptors)
    {
    }

    public DeskNode(
        DeskDatabase database, DeskWorld world, DeskClock clock, Action<IServiceCollection> more,
        IEnumerable<string>? stores = null, params IInterceptor[] interceptors)
    {
        var services = new ServiceCollection()
            .AddDbContext<DeskContext>(options => database.Configure(options, interceptors))
            .AddSingleton<TimeProvider>(clock)
            .AddPrivacyRequests<DeskContext>(DeskRights.Rights)
            .AddSingleton<INotifier>(new DeskNotifier(world))
            .AddScoped<ISubjectErasure, DeskErasure>()
            .AddScoped<ISubjectExport, DeskExport>()
            .AddScoped<ISubjectContacts, DeskContacts>()
            .AddScoped<ISubjectRectification, DeskRectification>()
            .AddSingleton<ILoggerProvider>(Log);
        foreach (var store in stores ?? [])
            services.AddSingleton<ISubjectDataStore>(new DeskStore(store, world));
        more(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public DeskLog Log { get; } = new();

    public IServiceProvider Services => _services;

    public IPrivacyRequests Requests => _services.GetRequiredService<IPrivacyRequests>();

    public IPrivacyOutbox Outbox => _services.GetRequiredService<IPrivacyOutbox>();

    public IConsents Consents => _services.GetRequiredService<IConsents>();

    public IRestrictions Restrictions => _services.GetRequiredService<IRestrictions>();

    public ILegalHolds Holds => _services.GetRequiredService<ILegalHolds>();

    public PrivacyWatch Watch => _services.GetRequiredService<PrivacyWatch>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
