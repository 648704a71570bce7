using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Registers generated operations.</summary>
public static class PrivacyServiceCollectionExtensions
{
    /// <summary>
    /// Registers the operations that were generated for a context, for each scope: as themselves (<c>ShopContextPrivacy</c>)
    /// and as the scope's <see cref="IRetentionSweep"/>. Time comes from the container's <see cref="TimeProvider"/>.
    /// </summary>
    /// <typeparam name="TContext">The context, marked <c>[PrivacyOperations]</c>.</typeparam>
    /// <param name="services">Where to.</param>
    /// <exception cref="InvalidOperationException">Nothing was generated for the context.</exception>
    public static IServiceCollection AddPrivacyOperations<TContext>(this IServiceCollection services)
        where TContext : DbContext
    {
        // The generated code announces itself when its module starts, which naming a type of it does not bring about.
        RuntimeHelpers.RunModuleConstructor(typeof(TContext).Module.ModuleHandle);
        var register = GeneratedOperations<TContext>.Register ?? throw new InvalidOperationException(
            $"Nothing was generated for {typeof(TContext).Name}: mark it [PrivacyOperations], and see that a policy governs its project.");
        services.TryAddSingleton(TimeProvider.System);
        register(services);
        return services;
    }

    /// <summary>
    /// Sweeps a context in the background, once a day at a time of day in the controller's time zone; on one of several nodes
    /// where the model has the run time's tables. Beside <see cref="AddPrivacyOperations"/>.
    /// </summary>
    /// <typeparam name="TContext">The context, marked <c>[PrivacyOperations]</c>.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="configure">When, and how; three at night without it.</param>
    public static IServiceCollection AddRetentionSweeps<TContext>(
        this IServiceCollection services, Action<RetentionSweepOptions>? configure = null)
        where TContext : DbContext
    {
        var options = new RetentionSweepOptions();
        configure?.Invoke(options);
        services.AddSingleton(new RetentionSweepSettings<TContext>(options));
        services.TryAddSingleton<RetentionSweepState<TContext>>();
        services.AddHostedService<RetentionSweepService<TContext>>();
        return services;
    }
}
