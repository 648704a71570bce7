using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>Registers the wrapping of keys by Data Protection.</summary>
public static class DataProtectionServiceCollectionExtensions
{
    /// <summary>Seals the keys of people by the application's Data Protection.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddDataProtectionKeyWrapping(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.TryAddSingleton<IKeyWrapper, DataProtectionKeyWrapper>();
        return services;
    }
}
