using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Data;
using Ocis.Events;
using Ocis.Mail;
using Ocis.Newsletters;
using Ocis.Privacy;
using Ocis.Statistics;
using Ocis.Support;
using Ocis.Transfers;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Demo;

/// <summary>Some weeks of a platform for events: told, and checked as it goes.</summary>
internal sealed class DemoScript(IServiceProvider services, DemoClock clock, TextWriter output)
{
    private bool _well = true;

    public async Task<bool> PlayAsync(CancellationToken cancel)
    {
        await ComeInAsync(cancel);
        await BuyAndAskAsync(cancel);
        await SayNoAsync(cancel);
        await OthersAsync(cancel);
        await StoredAsync(cancel);
        await SweepAsync(cancel);
        await EraseAsync(cancel);
        Say("");
        Say(_well ? "All of it as it should be." : "Something is not as it should be: see 'NOT SO' above.");
        return _well;
    }

    private async Task ComeInAsync(CancellationToken cancel)
    {
        Say("1  Somebody comes in; how old they are is asked, compared, and not kept [OCIS-1.1, OCIS-1.5, OCIS-6.1]");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Check("who is sixteen today has an account", await RegisterAsync("ana", today.AddYears(-16), cancel) == RegistrationOutcome.Done);
        Check("who is sixteen tomorrow has none", await RegisterAsync("ben", today.AddYears(-16).AddDays(1), cancel) == RegistrationOutcome.TooYoung);
        Check("who turns out to be younger is erased at once", await InAsync<UnderageDesk, bool>(desk => desk.EraseAsync(OcisSeed.Kim, cancel)));
    }

    private async Task BuyAndAskAsync(CancellationToken cancel)
    {
        Say("");
        Say("2  Mira buys tickets and asks something; the number of her card never comes here [OCIS-1.2, OCIS-2.1]");
        var number = await InAsync<TicketDesk, string?>(desk =>
            desk.BuyAsync(OcisSeed.Mira, 1, new TicketForm { Seats = 2, Method = "card", PaymentToken = "tok_demo" }, cancel));
        Check("the order has a number", number is { Length: > 0 });
        await InAsync<SupportDesk, Guid>(desk => desk.AskAsync(OcisSeed.Mira, new QuestionForm { Text = "May I bring a dog?" }, cancel));
        Check("support sees her two questions", await InAsync<SupportDesk, int>(async desk => (await desk.OpenAsync(cancel)).Count) == 2);
    }

    private async Task SayNoAsync(CancellationToken cancel)
    {
        Say("");
        Say("3  Newsletters go to who agreed, with a way out in each [OCIS-2.4, OCIS-5.6]");
        Check("two get the first", await NewsletterAsync(cancel) == 2);
        await InAsync<NewsletterChoices, bool>(async choices =>
        {
            await choices.LeaveAsync(OcisSeed.Mira, "link", cancel);
            return true;
        });
        Check("one gets the second, after Mira followed the link", await NewsletterAsync(cancel) == 1);
        await ServeAsync(PrivacyRight.Objection, OcisSeed.Jonas, Purposes.Promotion, cancel);
        Check("nobody gets the third, after Jonas objected", await NewsletterAsync(cancel) == 0);
    }

    private async Task OthersAsync(CancellationToken cancel)
    {
        Say("");
        Say("4  Who else is told what [OCIS-3.2 to 3.4]");
        var since = clock.GetUtcNow().AddDays(-30);
        Check("nobody agreed to statistics: nothing is shared", await InAsync<WebStatistics, int>(statistics => statistics.ShareAsync(since, cancel)) == 0);
        await services.GetRequiredService<IConsents>().GiveAsync(
            Subjects.User, OcisSeed.Mira.ToString(), Purposes.Statistics, new ConsentText("demo", "en", "Count my visits."), "form", cancel);
        Check("Mira agreed: her visit is, under a pseudonym", await InAsync<WebStatistics, int>(statistics => statistics.ShareAsync(since, cancel)) == 1);
        Check("a lawful request is answered", await InAsync<LegalDesk, bool>(desk => desk.AnswerAsync(new("LR-2026-4", "StPO § 110", OcisSeed.Mira), cancel)));
        var transfer = await InAsync<BusinessTransfers, Guid>(transfers => transfers.AnnounceAsync("Larger Events", cancel));
        Check("nothing goes to a buyer before people had a month to leave", await InAsync<BusinessTransfers, int?>(transfers => transfers.HandOverAsync(transfer, cancel)) is null);
    }

    private async Task StoredAsync(CancellationToken cancel)
    {
        Say("");
        Say("5  What lies in the database, and what the trail knows [OCIS-4.1, OCIS-4.3]");
        var name = await InAsync<OcisContext, string>(ocis => ocis.Database
            .SqlQueryRaw<string>("SELECT \"Name\" AS \"Value\" FROM \"Users\" WHERE \"Name\" IS NOT NULL").FirstAsync(cancel));
        Say($"   a name      {name[..40]}…");
        Check("names are sealed", name.StartsWith("pac1.", StringComparison.Ordinal));
        var trail = services.GetRequiredService<IAuditTrail>();
        await trail.FlushAsync(cancel);
        var about = await trail.AboutAsync(Subjects.User, OcisSeed.Mira.ToString(), cancel);
        Check("reads and changes of Mira's data are on record", about.Any(record => record.Action == AuditAction.Read) && about.Any(record => record.Action == AuditAction.Created));
        await trail.SealAsync(cancel);
        Check("the trail is intact", (await trail.VerifyAsync(cancel)).IsIntact);
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        Say("");
        Say("6  What has outlived its time goes [OCIS-4.4]");
        var plan = await InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions(DryRun: true), cancel));
        var done = await InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions(), cancel));
        foreach (var entry in done.Entries.Where(entry => entry.Rows > 0))
            Say($"   {entry.Action,-10} {entry.Rows,2} {entry.Entity} {string.Join(", ", entry.Rule.Fields)}");
        Check("as many rows as the dry run said", plan.Entries.Sum(entry => entry.Rows) == done.Entries.Sum(entry => entry.Rows));
        Check("who left a year ago is gone", !await InAsync<OcisContext, bool>(ocis => ocis.Users.AnyAsync(user => user.Id == OcisSeed.Paula, cancel)));
    }

    private async Task EraseAsync(CancellationToken cancel)
    {
        Say("");
        Say("7  Mira asks to be erased: a code goes to her address, and her key goes last [OCIS-5.3, OCIS-5.7]");
        var id = await ServeAsync(PrivacyRight.Erasure, OcisSeed.Mira, null, cancel);
        // Another process may seal by her key for five minutes more.
        for (var minutes = 0; minutes < 15; minutes += 5)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            await services.GetRequiredService<IPrivacyOutbox>().DispatchAsync(cancel);
        }

        var requests = services.GetRequiredService<IPrivacyRequests>();
        Check("her key is gone, and she was told", (await requests.FindAsync(id, cancel))?.State == PrivacyRequestState.CustomerNotified);
        Check("she is in no table", !await InAsync<OcisContext, bool>(ocis => ocis.Users.AnyAsync(user => user.Id == OcisSeed.Mira, cancel)));
        Check("her orders stay for the tax law, and are nobody's", await InAsync<OcisContext, int>(ocis => ocis.Orders.CountAsync(order => order.UserId == null, cancel)) >= 3);
    }

    // Reads the code in the mail that Mira would get.
    [Purpose(Purposes.Communication)]
    private async Task<Guid> ServeAsync(PrivacyRight right, Guid person, string? purpose, CancellationToken cancel)
    {
        var requests = services.GetRequiredService<IPrivacyRequests>();
        var request = await requests.ReceiveAsync(new(right, Subjects.User, person.ToString(), "email") { Purpose = purpose }, cancel);
        await requests.SendCodeAsync(request.Id, cancel);
        await services.GetRequiredService<IPrivacyOutbox>().DispatchAsync(cancel);
        var code = services.GetRequiredService<LocalPostbox>().LastCode ?? "";
        Check("who has the code is who they say", await requests.VerifyIdentityAsync(request.Id, code, cancel) == IdentityOutcome.Verified);
        await requests.ConfirmAsync(request.Id, cancel);
        await requests.ExecuteAsync(request.Id, by: "otto", cancel);
        return request.Id;
    }

    private async Task<RegistrationOutcome> RegisterAsync(string name, DateOnly birthDate, CancellationToken cancel) =>
        await InAsync<Registration, RegistrationOutcome>(desk => desk.RegisterAsync(
            new RegistrationForm { Name = name, Email = $"{name}@example.com", UserName = name, Password = OcisSeed.Password, BirthDate = birthDate },
            cancel));

    private Task<int> NewsletterAsync(CancellationToken cancel) => InAsync<NewsletterMailer, int>(mailer =>
        mailer.SendAsync(new("Summer on the park stage", "Tickets are on sale."), cancel));

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
