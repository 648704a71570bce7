using System.Globalization;
using System.Security.Cryptography;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Demo;

/// <summary><c>dotnet run --project samples/Ocis -- demo [--now MOMENT] [--database CONNECTION-STRING]</c>.</summary>
internal static class DemoCommand
{
    public const string Usage = "demo [--now 2026-11-22T09:00:00Z] [--database CONNECTION-STRING]";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        string? database = null;
        for (var at = 0; at < arguments.Count; at += 2)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : null;
            if (arguments[at] == "--database" && value is not null)
                database = value;
            else if (arguments[at] != "--now"
                || !DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out now))
            {
                await output.WriteLineAsync(Usage);
                return 2;
            }
        }

        var file = Path.Combine(Path.GetTempPath(), $"ocis-demo-{Guid.NewGuid():N}.db");
        try
        {
            var clock = new DemoClock(now);
            await using var services = Services(database ?? $"Data Source={file};Pooling=False", clock);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OcisContext>().Database.EnsureCreatedAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<OcisSeed>().SowAsync(cancel);
            return await new DemoScript(services, clock, output).PlayAsync(cancel) ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ServiceProvider Services(string connectionString, DemoClock clock)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Pseudonyms:Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
                new("Audit:Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
            ])
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging();
        // Keys of people for as long as the demo runs; the application keeps them in a folder.
        services.AddSingleton<ISubjectKeys>(new MemorySubjectKeys(clock));
        OcisApplication.AddOcis(services, configuration, connectionString);
        services.AddSingleton<TimeProvider>(clock);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
