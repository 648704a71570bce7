using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Registers what serves requests.</summary>
public static class PrivacyRequestsServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IPrivacyRequests"/>, <see cref="IConsents"/>, <see cref="IRestrictions"/>,
    /// <see cref="ILegalHolds"/> and <see cref="IPrivacyOutbox"/> over the tables of a context, and the services that work
    /// the outbox off and look at deadlines. The application adds an <see cref="INotifier"/>, an
    /// <see cref="ISubjectContacts"/>, and, as it needs them, an <see cref="ISubjectRectification"/> and an
    /// <see cref="ISubjectDataStore"/> for each store.
    /// </summary>
    /// <typeparam name="TContext">The context, whose model has <c>UsePrivacy()</c>.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="rights">The rights; null takes those that were generated from the policy for the context.</param>
    /// <exception cref="InvalidOperationException">
    /// Nothing was generated for the context, or the requests of another one are registered already.
    /// </exception>
    public static IServiceCollection AddPrivacyRequests<TContext>(
        this IServiceCollection services, PolicyRights? rights = null)
        where TContext : DbContext
    {
        // The generated code announces itself when its module starts, which naming a type of it does not bring about.
        RuntimeHelpers.RunModuleConstructor(typeof(TContext).Module.ModuleHandle);
        var create = rights is null ? GeneratedRights<TContext>.Create : () => rights;
        if (create is null)
            throw new InvalidOperationException(
                $"No rights were generated for {typeof(TContext).Name}: mark it [PrivacyOperations], and see that a policy governs its project.");

        // Whoever asks is served from one context: with two, they would be told "done" by the one that knows nobody.
        if (services.FirstOrDefault(service => service.ServiceType == typeof(RequestsContext))?.ImplementationInstance
            is RequestsContext known && known.Context != typeof(TContext))
            throw new InvalidOperationException(
                $"Requests are served from {known.Context.Name} already, and not from {typeof(TContext).Name} as well. "
                + $"Call AddPrivacyRequests once, and register an {nameof(ISubjectDataStore)} that erases and exports what {typeof(TContext).Name} knows.");
        services.TryAddSingleton(new RequestsContext(typeof(TContext)));

        services.AddOptions<PrivacyRequestOptions>();
        services.AddOptions<PrivacyOutboxOptions>();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => create());
        services.TryAddSingleton<IIdentityVerifier, SentCodeVerifier>();
        services.TryAddSingleton(provider =>
            new PrivacyDatabase(
                provider.GetRequiredService<IServiceScopeFactory>(), typeof(TContext), GeneratedOperations<TContext>.Erasure,
                GeneratedOperations<TContext>.Export, GeneratedOperations<TContext>.Rectification));
        services.TryAddSingleton(provider => new NoticeWriter(
            provider.GetRequiredService<PolicyRights>(), provider.GetRequiredService<IOptions<PrivacyRequestOptions>>().Value));
        services.TryAddSingleton<PrivacyMetrics>();
        services.TryAddSingleton<RequestExecution>();
        services.TryAddSingleton<PrivacyWatch>();
        services.TryAddSingleton<IPrivacyRequests, PrivacyRequests>();
        services.TryAddSingleton<IPrivacyOutbox, PrivacyOutbox>();
        services.TryAddSingleton<IConsents, Consents>();
        services.TryAddSingleton<IRestrictions, Restrictions>();
        services.TryAddSingleton<ILegalHolds, LegalHolds>();
        services.AddHostedService<PrivacyTablesCheck>();
        services.AddHostedService<PrivacyOutboxService>();
        services.AddHostedService<PrivacyWatchService>();
        return services;
    }

    private sealed record RequestsContext(Type Context);
}
