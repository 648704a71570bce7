using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Registers generated operations; the generated <c>AddPrivacyOperations&lt;TContext&gt;()</c> calls it.</summary>
public static class PrivacyServiceCollectionExtensions
{
    /// <summary>Registers generated operations for each scope, as themselves and as the scope's <see cref="IRetentionSweep"/>.</summary>
    /// <typeparam name="TPrivacy">The generated class.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="create">Makes one: named by the generated code, so that trimming and AOT see it.</param>
    public static IServiceCollection AddPrivacyOperations<TPrivacy>(
        this IServiceCollection services, Func<IServiceProvider, TPrivacy> create)
        where TPrivacy : class, IRetentionSweep
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped(create);
        services.AddScoped<IRetentionSweep>(provider => provider.GetRequiredService<TPrivacy>());
        return services;
    }
}
