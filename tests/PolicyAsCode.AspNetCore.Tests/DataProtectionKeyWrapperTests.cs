using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests;

/// <summary>Keys of people under Data Protection, as an application sets it up.</summary>
public sealed class DataProtectionKeyWrapperTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"policy-wrap-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Keys_open_again_in_another_process_and_not_under_other_keys_of_Data_Protection()
    {
        FileSubjectKeys.Initialise(Path.Combine(_folder, "keys"));
        var person = new PrivacySubject("customer", "1");
        using var first = Application("ring");
        var key = first.GetRequiredService<ISubjectKeys>().Obtain(person);

        using var second = Application("ring");
        var again = second.GetRequiredService<ISubjectKeys>().Find(key.Id);
        Assert.Equal(key.Material.ToArray(), again!.Material.ToArray());

        using var stranger = Application("another-ring");
        Assert.Throws<CryptographicException>(() => stranger.GetRequiredService<ISubjectKeys>().Find(key.Id));
    }

    private ServiceProvider Application(string ring)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("shop").PersistKeysToFileSystem(new(Path.Combine(_folder, ring)));
        services.AddDataProtectionKeyWrapping();
        services.AddFileSubjectKeys(Path.Combine(_folder, "keys"));
        return services.BuildServiceProvider();
    }
}
