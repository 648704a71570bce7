using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Registers encryption by subject.</summary>
public static class EncryptionServiceCollectionExtensions
{
    /// <summary>
    /// Registers the <see cref="SubjectEncryption"/> that a context's options use, the store that deletes keys as the last
    /// step of an erasure, and the rotation. Call it for every context whose values are sealed by these keys: what a
    /// context that it does not know has sealed is lost when a key is deleted. The application adds the
    /// <see cref="ISubjectKeys"/>.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="missingKey">What becomes of a value whose key is gone.</param>
    public static IServiceCollection AddSubjectEncryption<TContext>(
        this IServiceCollection services, MissingKey missingKey = MissingKey.Throw)
        where TContext : DbContext
    {
        services.AddOptions<SubjectEncryptionOptions>();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new SubjectEncryption(provider.GetRequiredService<ISubjectKeys>(), missingKey));
        services.AddSingleton(new EncryptedContext(typeof(TContext)));
        services.TryAddSingleton<SubjectKeyRotation>();
        services.TryAddSingleton<ISubjectKeyRotation>(provider => provider.GetRequiredService<SubjectKeyRotation>());
        services.TryAddSingleton<ISealExistingRows, ExistingRows>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISubjectDataStore, SubjectKeyStore>());
        services.AddHostedService<SubjectKeyRotationService>();
        return services;
    }

    /// <summary>Keeps keys in a folder, which no backup of the database takes; needs an <see cref="IKeyWrapper"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="folder">The folder; <see cref="FileSubjectKeys.Initialise"/> makes it, once.</param>
    public static IServiceCollection AddFileSubjectKeys(this IServiceCollection services, string folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISubjectKeys>(provider => new FileSubjectKeys(
            folder, provider.GetRequiredService<IKeyWrapper>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
