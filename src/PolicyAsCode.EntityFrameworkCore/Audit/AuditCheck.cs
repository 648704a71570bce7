using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Stops the program at its start where the policy promises that access is recorded, and nothing in the context's options
/// records it; and where the trail has no tables to write to.
/// </summary>
internal sealed class AuditCheck<TContext>(IServiceScopeFactory scopes) : IHostedService
    where TContext : DbContext
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        var facts = GeneratedAudit<TContext>.Find();
        if (AuditTrail.Of(db) is not null)
            ThrowIfNoTables(db);
        else if (scope.ServiceProvider.GetService<AuditTrail>() is { } trail && trail.IsOf(typeof(TContext)))
            throw new InvalidOperationException(
                $"The audit of {typeof(TContext).Name} is registered, and its options do not have it: call options.UsePrivacyAudit(provider) where the context is set up.");
        else if (facts is { IsPromised: true } && !IsRecorded(db))
            throw new InvalidOperationException(
                $"The policy '{facts.Policy}' promises that access to data of {typeof(TContext).Name} is recorded (protect: audited), and nothing records it: "
                + "call services.AddPrivacyAudit<…>() and options.UsePrivacyAudit(provider), or give the context an interceptor of your own that is marked [Audits].");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsRecorded(DbContext db) =>
        IsMarked(db.GetType()) || AuditTrail.InterceptorsOf(db).Any(one => one is ISaveChangesInterceptor && IsMarked(one.GetType()));

    private static bool IsMarked(Type type) => Attribute.IsDefined(type, typeof(AuditsAttribute), inherit: true);

    private static void ThrowIfNoTables(DbContext db)
    {
        Type[] rows = [typeof(PrivacyAuditRecord), typeof(PrivacyAuditPerson), typeof(PrivacyAuditSeal), typeof(PrivacyLease)];
        if (Array.FindAll(rows, row => db.Model.FindEntityType(row) is null) is { Length: > 0 } missing)
            throw new InvalidOperationException(
                $"The model of {db.GetType().Name} has no table for {string.Join(", ", missing.Select(row => row.Name))}. "
                + "Call modelBuilder.UsePrivacy() in its OnModelCreating, and add a migration.");
    }
}
