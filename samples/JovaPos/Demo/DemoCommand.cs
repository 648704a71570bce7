using JovaPos.Data;
using Microsoft.Data.Sqlite;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary><c>dotnet run --project samples/JovaPos -- demo</c>.</summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel,
        Func<DemoStep, Task>? afterStep = null)
    {
        if (DemoOptions.Parse(arguments, TimeProvider.System) is not { } options)
        {
            await output.WriteLineAsync(DemoOptions.Usage);
            return 2;
        }

        var file = Path.Combine(Path.GetTempPath(), $"jova-pos-demo-{Guid.NewGuid():N}.db");
        try
        {
            var clock = new DemoClock(options.Now);
            await using var services = Services(options.Database ?? $"Data Source={file};Pooling=False", clock);
            var result = await new DemoScript(services, clock, afterStep).PlayAsync(cancel);
            return new DemoPage(output).Write(result) ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ServiceProvider Services(string connectionString, DemoClock clock)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging();
        ShopApplication.AddShop(services, connectionString);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ErasureWitness>();
        services.AddScoped<ISubjectErasure, WitnessedErasure>();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
