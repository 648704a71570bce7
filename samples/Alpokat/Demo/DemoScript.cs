using Alpokat.Data;
using Alpokat.Disclosure;
using Alpokat.Messages;
using Alpokat.Payments;
using Alpokat.Promotion;
using Alpokat.Receipts;
using Alpokat.Statistics;
using Alpokat.Verification;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Demo;

/// <summary>A day at ALPOKAT: told, and checked as it goes.</summary>
internal sealed class DemoScript(IServiceProvider services, DemoClock clock, TextWriter output)
{
    private bool _well = true;

    public async Task<bool> PlayAsync(CancellationToken cancel)
    {
        await VerifyAsync(cancel);
        await PayAsync(cancel);
        await CountAsync(cancel);
        await AnnounceAsync(cancel);
        await DiscloseAsync(cancel);
        await SweepAsync(cancel);
        await EraseAsync(cancel);
        Say("");
        Say(_well ? "All of it as it should be." : "Something is not as it should be: see 'NOT SO' above.");
        return _well;
    }

    private async Task VerifyAsync(CancellationToken cancel)
    {
        Say("1  A merchant's document is looked at, and every look is on record [ALPO-1.1, ALPO-5.2]");
        var waiting = await InAsync<VerificationDesk, List<VerificationCase>>(desk => desk.WaitingAsync(cancel));
        var scan = await InAsync<VerificationDesk, byte[]?>(desk => desk.ScanAsync(waiting[0].Id, cancel));
        Check("one document waits, and can be read by the desk", waiting.Count == 1 && scan is { Length: > 0 });
        Check("the merchant is confirmed, and told so", await InAsync<VerificationDesk, bool>(desk => desk.ConfirmAsync(waiting[0].Id, cancel))
            && Told("Identitas Anda telah diverifikasi"));
        Check("a merchant without a document is reminded", await InAsync<MerchantLetters, int>(letters => letters.RemindAsync(cancel)) == 1);
        var audit = services.GetRequiredService<IAuditTrail>();
        await audit.FlushAsync(cancel);
        await audit.SealAsync(cancel);
        var records = await audit.AboutAsync(Subjects.Merchant, AlpokatSeed.Darma.ToString(), cancel);
        foreach (var record in records.DistinctBy(record => (record.Action, record.Fields)))
            Say($"   on record   {record.Action,-8} {record.Entity}.{record.Fields}");
        Check(
            "that it was read and changed is on record, and nobody has touched the record",
            records.Any(record => record.Action == AuditAction.Read) && (await audit.VerifyAsync(cancel)).IsIntact);
        await using var scope = services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<AlpokatContext>().Database
            .SqlQueryRaw<byte[]>("SELECT \"Scan\" AS \"Value\" FROM \"IdentityDocuments\" WHERE \"Scan\" IS NOT NULL").FirstAsync(cancel);
        Check("what lies in the database is sealed", !Holds(stored, "pindaian"));
    }

    private async Task PayAsync(CancellationToken cancel)
    {
        Say("");
        Say("2  Somebody pays, nothing is known of them, and asks for a digital receipt [ALPO-1.1, ALPO-3.2]");
        var form = new PaymentForm
        {
            Lines = [new() { ProductId = AlpokatSeed.Gayo, Quantity = 2 }], Method = PaymentMethod.Qris, Town = "Bandung",
        };
        var paid = await InAsync<Till, PaymentView?>(till => till.TakeAsync(AlpokatSeed.Sri, form, cancel));
        Check("the payment is taken", paid is not null);
        var asked = new ReceiptForm { BillCode = paid?.BillCode ?? "", Email = "wayan@contoh.example", Name = "Wayan Sudira" };
        Check(
            "the receipt is sent to where they asked for it",
            await InAsync<ReceiptDesk, bool>(desk => desk.IssueAsync(asked, cancel)) && Told("Tanda terima digital Anda"));
        var other = new ReceiptForm { BillCode = paid?.BillCode ?? "", Email = "orang.lain@contoh.example" };
        Check("who finds the bill later gets nothing", !await InAsync<ReceiptDesk, bool>(desk => desk.IssueAsync(other, cancel)));
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        Say("");
        Say("3  What a population buys, and where; about nobody in particular [ALPO-5.1]");
        var since = clock.GetUtcNow().AddDays(-30);
        var goods = await InAsync<BuyingStatistics, IReadOnlyList<BuyingFigure>>(figures => figures.GoodsAsync(since, cancel));
        var towns = await InAsync<BuyingStatistics, IReadOnlyList<BuyingFigure>>(figures => figures.TownsAsync(since, cancel));
        foreach (var figure in goods.Concat(towns))
            Say($"   {figure.About,-12} about {figure.People} people");
        Check("coffee and Bandung are figures", goods.Any(one => one.About == "kopi") && towns.Any(one => one.About == "Bandung"));
        Check("the one who paid in Ubud is in none", towns.All(one => one.About != "Ubud") && goods.All(one => one.About != "peralatan"));
    }

    private async Task AnnounceAsync(CancellationToken cancel)
    {
        Say("");
        Say("4  ALPOKAT sends a partner's offer to those who agreed; the partner learns how many [ALPO-4.1]");
        Check("it goes to the one who agreed", await OfferAsync(cancel) == 1 && Told("Gula aren dari Garut"));
        await services.GetRequiredService<IConsents>().WithdrawAsync(Subjects.Merchant, AlpokatSeed.Sri.ToString(), Purposes.Promotion, "in-app", cancel);
        Check("and to nobody once she has taken it back", await OfferAsync(cancel) == 0);
    }

    private async Task DiscloseAsync(CancellationToken cancel)
    {
        Say("");
        Say("5  An authority asks lawfully; a suspicion is reported [ALPO-6.1, ALPO-6.2]");
        await InAsync<LegalDesk, bool>(desk => desk.AnswerAsync(new("LR-2026-21", "KUHAP art. 43", AlpokatSeed.Sri), cancel));
        var signal = await InAsync<AlpokatContext, Guid>(alpokat => alpokat.FraudSignals.OrderByDescending(one => one.RaisedAt).Select(one => one.Id).FirstAsync(cancel));
        await InAsync<CrimeDesk, bool>(desk => desk.ReportAsync(signal, cancel));
        var authority = services.GetRequiredService<LocalAuthority>();
        Check("one answer, one report", authority is { HandedOver: 1, Reported: 1 });
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        Say("");
        Say("6  What has outlived its time goes");
        var plan = await InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions(DryRun: true), cancel));
        var done = await InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions(), cancel));
        foreach (var entry in done.Entries.Where(entry => entry.Rows > 0))
            Say($"   {entry.Action,-10} {entry.Rows,2} {entry.Entity} {string.Join(", ", entry.Rule.Fields)}");
        Check("as many rows as the dry run said", plan.Entries.Sum(entry => entry.Rows) == done.Entries.Sum(entry => entry.Rows));
        var since = clock.GetUtcNow().AddDays(-31);
        var somebodys = await InAsync<AlpokatContext, int>(alpokat => alpokat.PaymentPlaces.CountAsync(place => place.At < since && place.CustomerId != null, cancel));
        var nobodys = await InAsync<AlpokatContext, int>(alpokat => alpokat.PaymentPlaces.CountAsync(place => place.At < since, cancel));
        Check("towns of more than a month ago are nobody's", somebodys == 0 && nobodys > 0);
        Check("a document that was verified a month ago is gone", await InAsync<AlpokatContext, int>(alpokat => alpokat.IdentityDocuments.CountAsync(cancel)) == 1);
    }

    private async Task EraseAsync(CancellationToken cancel)
    {
        Say("");
        Say("7  Darma asks to be erased: a code goes to his address, he is told what comes next, and his key goes last");
        var requests = services.GetRequiredService<IPrivacyRequests>();
        var outbox = services.GetRequiredService<IPrivacyOutbox>();
        var request = await requests.ReceiveAsync(new(PrivacyRight.Erasure, Subjects.Merchant, AlpokatSeed.Darma.ToString(), "in-app"), cancel);
        await requests.SendCodeAsync(request.Id, cancel);
        await outbox.DispatchAsync(cancel);
        Check(
            "who has the code is he",
            await requests.VerifyIdentityAsync(request.Id, services.GetRequiredService<LocalPostbox>().LastCode ?? "", cancel) == IdentityOutcome.Verified);
        await requests.ConfirmAsync(request.Id, cancel);
        await requests.ExecuteAsync(request.Id, by: "privasi", cancel);
        // Another process may seal by his key for five minutes more.
        for (var minutes = 0; minutes < 15; minutes += 5)
        {
            await outbox.DispatchAsync(cancel);
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        Check("his key is gone, and he was told", (await requests.FindAsync(request.Id, cancel))?.State == PrivacyRequestState.CustomerNotified);
        Check("he is in no table", !await InAsync<AlpokatContext, bool>(alpokat => alpokat.Merchants.AnyAsync(merchant => merchant.Id == AlpokatSeed.Darma, cancel)));
        var records = await services.GetRequiredService<IAuditTrail>().AboutAsync(Subjects.Merchant, AlpokatSeed.Darma.ToString(), cancel);
        Check("and nobody can tell any more whose document was looked at", records.Count == 0);
    }

    private Task<int?> OfferAsync(CancellationToken cancel) => InAsync<Announcer, int?>(announcer =>
        announcer.AnnounceAsync(new(1, "Gula aren dari Garut", "Potongan 10% untuk pesanan pertama."), cancel));

    private bool Told(string subject) =>
        services.GetRequiredService<LocalPostbox>().Subjects.Any(one => one.StartsWith(subject, StringComparison.Ordinal));

    private static bool Holds(byte[] stored, string text) =>
        stored.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    private async Task<T> InAsync<TService, T>(Func<TService, Task<T>> run) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private void Check(string what, bool holds)
    {
        _well &= holds;
        Say($"   {(holds ? "so" : "NOT SO")}: {what}");
    }

    private void Say(string line) => output.WriteLine(line);
}
