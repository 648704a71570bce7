using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a context's options know of encryption; models of different encryptions are not shared.</summary>
internal sealed class EncryptionOptions(SubjectEncryption encryption) : IDbContextOptionsExtension
{
    public SubjectEncryption Encryption => encryption;

    public DbContextOptionsExtensionInfo Info => new About(this);

    public void ApplyServices(IServiceCollection services)
    {
        services.AddSingleton(encryption);
        services.AddScoped<IConventionSetPlugin, EncryptionConventions>();
    }

    public void Validate(Microsoft.EntityFrameworkCore.Infrastructure.IDbContextOptions options)
    {
    }

    private sealed class About(EncryptionOptions options) : DbContextOptionsExtensionInfo(options)
    {
        private readonly SubjectEncryption _encryption = options.Encryption;

        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "encryption by subject ";

        public override int GetServiceProviderHashCode() => RuntimeHelpers.GetHashCode(_encryption);

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is About about && ReferenceEquals(about._encryption, _encryption);

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) =>
            debugInfo["PolicyAsCode:Encryption"] = GetServiceProviderHashCode().ToString(CultureInfo.InvariantCulture);
    }
}
