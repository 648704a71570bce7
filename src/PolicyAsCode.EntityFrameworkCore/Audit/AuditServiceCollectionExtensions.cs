using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Registers the audit.</summary>
public static class AuditServiceCollectionExtensions
{
    /// <summary>
    /// Registers the <see cref="IAuditTrail"/> of a context, <see cref="IBreachReports"/> over it, and the service that
    /// writes and seals. The context's options need <see cref="UsePrivacyAudit"/>, its model <c>UsePrivacy()</c>; the
    /// application adds an <see cref="IAuditActor"/> and, as it wants one, an <see cref="IAuditAnchor"/>.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="configure">How; what the policy has recorded, without it.</param>
    /// <param name="facts">What is personal; null takes what was generated for the context.</param>
    /// <exception cref="InvalidOperationException">
    /// Nothing was generated for the context, or the audit of another one is registered already.
    /// </exception>
    public static IServiceCollection AddPrivacyAudit<TContext>(
        this IServiceCollection services, Action<AuditOptions>? configure = null, AuditFacts? facts = null)
        where TContext : DbContext
    {
        facts ??= GeneratedAudit<TContext>.Find() ?? throw new InvalidOperationException(
            $"Nothing was generated for {typeof(TContext).Name}: mark it [PrivacyOperations], and see that a policy governs its project.");
        if (services.FirstOrDefault(service => service.ServiceType == typeof(AuditedContext))?.ImplementationInstance
            is AuditedContext known)
            throw known.Context == typeof(TContext)
                ? new InvalidOperationException($"The audit of {typeof(TContext).Name} is registered already.")
                : new InvalidOperationException(
                    $"The audit is that of {known.Context.Name} already, and not of {typeof(TContext).Name} as well: a trail has one chain.");
        var options = new AuditOptions();
        configure?.Invoke(options);
        services.AddSingleton(new AuditedContext(typeof(TContext)));
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new AuditTrail(
            provider.GetRequiredService<IServiceScopeFactory>(), typeof(TContext), facts, options, provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IAuditActor>(), provider.GetService<IAuditAnchor>()));
        services.AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddSingleton<IBreachReports, BreachReports>();
        services.AddHostedService<AuditCheck<TContext>>();
        services.AddHostedService<AuditService>();
        return services;
    }

    /// <summary>Records what the context reads and saves. Add it last: what interceptors before it change is recorded too.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="provider">The application's services, as <c>AddDbContext</c> hands them on.</param>
    public static DbContextOptionsBuilder UsePrivacyAudit(this DbContextOptionsBuilder options, IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddInterceptors(provider.GetRequiredService<AuditTrail>().Interceptors);
    }

    private sealed record AuditedContext(Type Context);
}
