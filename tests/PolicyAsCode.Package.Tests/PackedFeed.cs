using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text;

[assembly: AssemblyFixture(typeof(PolicyAsCode.Package.Tests.PackedFeed))]

namespace PolicyAsCode.Package.Tests;

/// <summary>
/// A feed with the packages as they are now, of a version that no cache has seen, and an empty package cache. Packs what
/// the test run has built, so that nothing changes under tests that run beside these.
/// </summary>
public class PackedFeed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new("feed");

    // As one package for all platforms: what was built, without a compiler for native code.
    private protected virtual IEnumerable<string> Projects =>
        [
            "src/PolicyAsCode", "src/PolicyAsCode.EntityFrameworkCore", "src/PolicyAsCode.EntityFrameworkCore.Testing",
            "src/PolicyAsCode.Quartz", "src/PolicyAsCode.Cli",
        ];

    private protected virtual string HowPacked => "-p:PublishReadyToRun=false";

    /// <summary>The version of this run's packages.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");

    /// <summary>Where the packages lie.</summary>
    public string Feed => _folder.Path;

    /// <summary>Sends NuGet to the fresh cache.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string> { ["NUGET_PACKAGES"] = _folder.PathOf("cache") };

    public async ValueTask InitializeAsync()
    {
        var configuration = typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Configuration").Value!;
        foreach (var project in Projects)
            (await DotNet.RunAsync(
                Repository.Root,
                [
                    "pack", project, "--no-build", "-c", configuration, "-o", Feed, $"-p:Version={Version}", "-v:quiet",
                    HowPacked,
                ])).MustSucceed();
    }

    /// <summary>The names of all files that a package brings, sorted; what every package has is left out.</summary>
    public IReadOnlyList<string> Content(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.nupkg"));
        return
        [
            .. archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The text of one file of a package.</summary>
    public string Read(string package, string file) => Encoding.UTF8.GetString(Bytes(package, file));

    /// <summary>The bytes of one file of a package.</summary>
    public byte[] Bytes(string package, string file)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.nupkg"));
        using var entry = archive.GetEntry(file)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
