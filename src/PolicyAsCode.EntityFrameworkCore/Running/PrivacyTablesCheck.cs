using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Says at the start what would fail at the first request: tables that the model lacks, nobody who sends messages.</summary>
internal sealed class PrivacyTablesCheck(PrivacyDatabase database, IServiceProviderIsService services) : IHostedService
{
    private static readonly Type[] s_rows =
    [
        typeof(PrivacyRequest), typeof(PrivacyOutboxMessage), typeof(PrivacyConsent), typeof(PrivacyRestriction),
        typeof(PrivacyHold),
    ];

    public Task StartAsync(CancellationToken cancellationToken) => database.RunAsync(db =>
    {
        var missing = s_rows.Where(row => db.Model.FindEntityType(row) is null).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException(
                $"The model of {db.GetType().Name} has no table for {string.Join(", ", missing.Select(row => row.Name))}. "
                + "Call modelBuilder.UsePrivacy() in its OnModelCreating, and add a migration.");
        if (!services.IsService(typeof(INotifier)))
            throw new InvalidOperationException(
                "Nobody sends messages to people: register an INotifier, such as new FileNotifier(folder).");
        return Task.FromResult(true);
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
