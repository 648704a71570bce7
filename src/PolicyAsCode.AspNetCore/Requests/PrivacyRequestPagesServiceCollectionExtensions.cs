using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PolicyAsCode.AspNetCore;

/// <summary>Registers what the request pages need.</summary>
public static class PrivacyRequestPagesServiceCollectionExtensions
{
    /// <summary>
    /// Registers the pages that <c>MapPrivacyRequests</c> maps. Beside <c>AddPrivacyRequests</c>; the application adds an
    /// <see cref="IRequestSubject"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">How.</param>
    public static IServiceCollection AddPrivacyRequestPages(
        this IServiceCollection services, Action<PrivacyRequestPagesOptions>? configure = null)
    {
        var options = services.AddOptions<PrivacyRequestPagesOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.AddAntiforgery();
        services.AddDataProtection();
        services.AddAuthorization();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PageLimits>();
        services.TryAddSingleton<ProvenRequests>();
        services.TryAddSingleton<RequestNumbers>();
        services.TryAddSingleton<CopyLimits>();
        services.TryAddSingleton<EvenTime>();
        services.TryAddScoped<PersonPages>();
        services.TryAddScoped<StaffPages>();
        return services;
    }
}
