using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Gives a context its encryption.</summary>
public static class EncryptionOptionsExtensions
{
    /// <summary>Seals and opens what the context's model declares with <c>IsEncrypted()</c>.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="encryption">The application's encryption.</param>
    public static DbContextOptionsBuilder UseSubjectEncryption(this DbContextOptionsBuilder options, SubjectEncryption encryption)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(encryption);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new EncryptionOptions(encryption));
        return options.AddInterceptors(encryption.Interceptors);
    }
}
