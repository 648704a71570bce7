using System.Text;
using JovaPos.Data;
using JovaPos.Privacy;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>Plays a shop's life under its policy, on the same services that serve the web.</summary>
internal sealed class DemoScript(
    IServiceProvider services, DemoClock clock, Func<DemoStep, Task>? afterStep = null)
{
    private readonly List<DemoEvent> _request = [];

    public async Task<DemoResult> PlayAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        var retention = scope.ServiceProvider.GetRequiredService<IRetentionSweep>();
        var privacy = scope.ServiceProvider.GetRequiredService<ShopContextPrivacy>();
        var startedAt = clock.GetUtcNow();

        await shop.Database.EnsureCreatedAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<ShopSeed>().SowAsync(cancel);
        var seeded = await TakeAsync(DemoStep.Seeded);

        var dryRun = await retention.SweepAsync(new SweepOptions(DryRun: true), cancel);
        var afterDryRun = await TakeAsync(DemoStep.DryRun);
        var sweep = await retention.SweepAsync(new SweepOptions(), cancel);
        var afterSweep = await TakeAsync(DemoStep.Swept);
        var secondSweep = await retention.SweepAsync(new SweepOptions(), cancel);
        await TakeAsync(DemoStep.SweptAgain);

        var desk = scope.ServiceProvider.GetRequiredService<DeletionRequests>();
        var requests = scope.ServiceProvider.GetRequiredService<IPrivacyRequests>();
        var outbox = scope.ServiceProvider.GetRequiredService<IPrivacyOutbox>();
        var id = await desk.ReceiveAsync(ShopSeed.Siti, "Saya pindah ke luar negeri.", "email", cancel);
        Tell("received", "JOVA-3.1");
        clock.Advance(TimeSpan.FromHours(3));
        var evidence = new IdentityEvidence { Document = Encoding.UTF8.GetBytes("(scan)") };
        await desk.VerifyIdentityAsync(id, evidence, cancel);
        Tell("identity verified, with a copy of an identity document", "JOVA-3.2, JOVA-3.8");
        clock.Advance(TimeSpan.FromHours(1));
        var confirmed = await requests.ConfirmAsync(id, cancel);
        await outbox.DispatchAsync(cancel);
        Tell(
            $"confirmed to the customer: done by {confirmed.DueOn:yyyy-MM-dd}, {ShopContextRights.All[PrivacyRight.Erasure].Within}",
            "JOVA-3.3, JOVA-3.4");

        var traces = await CustomerTraces.OfAsync(shop, ShopSeed.Siti, cancel);
        var tracesBefore = await traces.CountAsync(shop, cancel);
        var beforeErasure = await TakeAsync(DemoStep.Confirmed);

        clock.Advance(TimeSpan.FromDays(2));
        var planned = await privacy.EraseCustomerAsync(ShopSeed.Siti, new ErasureOptions(DryRun: true), cancel);
        await requests.ExecuteAsync(id, "demo", cancel);
        var receipt = services.GetRequiredService<ErasureWitness>().Receipt!;
        Tell("erased", "JOVA-3.4, JOVA-3.5");
        await TakeAsync(DemoStep.Erased);
        await outbox.DispatchAsync(cancel);
        Tell("customer notified; the address used for it is gone as well", "JOVA-3.6");
        var afterErasure = await TakeAsync(DemoStep.Notified);

        return new DemoResult
        {
            Provider = shop.Database.IsNpgsql() ? "PostgreSQL" : "SQLite",
            StartedAt = startedAt,
            Seeded = seeded,
            DryRun = dryRun,
            AfterDryRun = afterDryRun,
            Sweep = sweep,
            AfterSweep = afterSweep,
            SecondSweep = secondSweep,
            Request = _request,
            PlannedReceipt = planned,
            Receipt = receipt,
            BeforeErasure = beforeErasure,
            AfterErasure = afterErasure,
            TracesBefore = tracesBefore,
            TracesAfter = await traces.CountAsync(shop, cancel),
        };

        async Task<RowCensus> TakeAsync(DemoStep step)
        {
            if (afterStep is not null)
                await afterStep(step);
            return await RowCensus.TakeAsync(shop, cancel);
        }
    }

    private void Tell(string what, string clause) => _request.Add(new DemoEvent(clock.GetUtcNow(), what, clause));
}
