using Microsoft.EntityFrameworkCore;
using OChat.Assistant;
using OChat.Data;
using OChat.Disclosure;
using OChat.Ordering;
using OChat.Promotion;
using OChat.Research;
using OChat.Support;
using OChat.Usage;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Demo;

/// <summary>A day of a coffee shop's order page: told, and checked as it goes.</summary>
internal sealed class DemoScript(IServiceProvider services, DemoClock clock, TextWriter output)
{
    private bool _well = true;

    public async Task<bool> PlayAsync(CancellationToken cancel)
    {
        await TalkAsync(cancel);
        await OthersAsync(cancel);
        await PeopleSayNoAsync(cancel);
        await StoredAsync(cancel);
        await SweepAsync(cancel);
        await EraseAsync(cancel);
        Say("");
        Say(_well ? "All of it as it should be." : "Something is not as it should be: see 'NOT SO' above.");
        return _well;
    }

    [Purpose(Purposes.ServiceProvision)]
    private async Task TalkAsync(CancellationToken cancel)
    {
        Say("1  A customer talks with the assistant; the model is told what was said, and not who said it [OCHAT-2.1, OCHAT-4.1]");
        await ChatAsync("Where is my order?", "Siti Rahmawati, your order", cancel);
        await ChatAsync("I am Siti. Please write to siti@contoh.example or to wati@contoh.example.", "siti@contoh.example", cancel);
        await ChatAsync("2 GAYO please, the address is the same.", "is placed", cancel);
        await ChatAsync("I like light roasts.", "Noted.", cancel);
        var prompts = services.GetRequiredService<ScriptedChatClient>().Prompts;
        Say("   what the model was told of the second message:");
        Say($"     {prompts.First(prompt => prompt.Contains("write to", StringComparison.Ordinal))}");
        Check(
            "no name, address of e-mail or telephone number ever reached the model",
            !prompts.Any(prompt => new[] { "Siti", "Rahmawati", "@contoh", "0812", "Kenanga" }
                .Any(word => prompt.Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    private async Task OthersAsync(CancellationToken cancel)
    {
        Say("");
        Say("2  Who else is told what, and for what [OCHAT-2.3 to 2.7, OCHAT-4.1, OCHAT-4.2]");
        await InAsync<SupportDesk, Guid>(desk => desk.AskAsync(OChatSeed.Ratna, new QuestionForm { Text = "How do I close the page on Sunday?" }, cancel));
        Check("support: a ticket with name, address and question", services.GetRequiredService<LocalSupportProvider>().Tickets == 1);
        var since = clock.GetUtcNow().AddDays(-90);
        await InAsync<UsageAnalysis, int>(analysis => analysis.ShareAsync(since, cancel));
        var shared = services.GetRequiredService<LocalAnalyticsProvider>().Received;
        Check("analysis: visits under a pseudonym", shared.Count == 2 && shared.All(visit => visit.Who.Length == 16));
        var studied = await InAsync<ChatResearch, int>(async research => (await research.QuestionsAsync(since, cancel)).Count);
        Check("research: what was asked, under pseudonyms", studied > 0);
        Check("an offer goes to the one user who agreed", await OfferAsync(cancel) == 1);
        await InAsync<LegalDesk, bool>(desk => desk.AnswerAsync(new("LR-2026-17", "KUHAP art. 43", OChatSeed.Ratna), cancel));
        Check("a lawful request is answered", services.GetRequiredService<LocalAuthority>().HandedOver == 1);
    }

    private async Task PeopleSayNoAsync(CancellationToken cancel)
    {
        Say("");
        Say("3  Somebody takes a consent back: it holds from that moment [OCHAT-2.7]");
        await services.GetRequiredService<IConsents>().WithdrawAsync(Subjects.User, OChatSeed.Ratna.ToString(), Purposes.Promotion, "in-app", cancel);
        Check("no offer goes to anybody", await OfferAsync(cancel) == 0);
    }

    private async Task StoredAsync(CancellationToken cancel)
    {
        Say("");
        Say("4  What lies in the database, past the application [OCHAT-3.1, OCHAT-1.2]");
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<OChatContext>().Database;
        var name = await database.SqlQueryRaw<string>("SELECT \"Name\" AS \"Value\" FROM \"Customers\" WHERE \"Name\" IS NOT NULL").FirstAsync(cancel);
        Say($"   a name      {name[..40]}…");
        Check("names are sealed", name.StartsWith("pac1.", StringComparison.Ordinal));
        var hash = await database.SqlQueryRaw<string>("SELECT \"PasswordHash\" AS \"Value\" FROM \"Users\" WHERE \"PasswordHash\" IS NOT NULL").FirstAsync(cancel);
        Check("passwords are hashes", !hash.Contains(OChatSeed.Password, StringComparison.Ordinal));
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        Say("");
        Say("5  What has outlived its time goes");
        var plan = await InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions(DryRun: true), cancel));
        var done = await InAsync<IRetentionSweep, SweepReport>(sweep => sweep.SweepAsync(new SweepOptions(), cancel));
        foreach (var entry in done.Entries.Where(entry => entry.Rows > 0))
            Say($"   {entry.Action,-10} {entry.Rows,2} {entry.Entity} {string.Join(", ", entry.Rule.Fields)}");
        Check("as many rows as the dry run said", plan.Entries.Sum(entry => entry.Rows) == done.Entries.Sum(entry => entry.Rows));
        var left = await InAsync<OChatContext, int>(ochat => ochat.ChatTurns.CountAsync(turn => turn.At < clock.GetUtcNow().AddDays(-190), cancel));
        Check("no chat is older than six months", left == 0);
    }

    private async Task EraseAsync(CancellationToken cancel)
    {
        Say("");
        Say("6  Siti asks to be erased: a code goes to her address, she is told what comes next, and her key goes last [OCHAT-5.1]");
        var requests = services.GetRequiredService<IPrivacyRequests>();
        var outbox = services.GetRequiredService<IPrivacyOutbox>();
        var postbox = services.GetRequiredService<LocalPostbox>();
        var request = await requests.ReceiveAsync(new(PrivacyRight.Erasure, Subjects.Customer, OChatSeed.Siti.ToString(), "in-app"), cancel);
        await requests.SendCodeAsync(request.Id, cancel);
        await outbox.DispatchAsync(cancel);
        Check(
            "who has the code is she",
            await requests.VerifyIdentityAsync(request.Id, postbox.LastCode ?? "", cancel) == IdentityOutcome.Verified);
        await requests.ConfirmAsync(request.Id, cancel);
        await requests.ExecuteAsync(request.Id, by: "operator", cancel);
        // Another process may seal by her key for five minutes more.
        for (var minutes = 0; minutes < 15; minutes += 5)
        {
            await outbox.DispatchAsync(cancel);
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        Check("her key is gone, and she was told", (await requests.FindAsync(request.Id, cancel))?.State == PrivacyRequestState.CustomerNotified);
        Check("she is in no table", !await InAsync<OChatContext, bool>(ochat => ochat.Customers.AnyAsync(customer => customer.Id == OChatSeed.Siti, cancel)));
        var kept = await InAsync<OChatContext, int>(ochat => ochat.Orders.CountAsync(order => order.CustomerId == null, cancel));
        Check("her orders stay for the tax law, and are nobody's", kept >= 3);
    }

    [Purpose(Purposes.ServiceProvision)]
    private async Task ChatAsync(string said, string expected, CancellationToken cancel)
    {
        var answer = await InAsync<ShopAssistant, ChatTurnView>(assistant => assistant.AnswerAsync(OChatSeed.Siti, new ChatForm { Text = said }, cancel));
        Say($"   Siti        {said}");
        Say($"   assistant   {answer.Text}");
        Check($"the answer says '{expected}'", answer.Text?.Contains(expected, StringComparison.Ordinal) == true);
    }

    private Task<int> OfferAsync(CancellationToken cancel) => InAsync<PromotionMailer, int>(mailer =>
        mailer.SendAsync(new("Two pages for one", "A second order page costs nothing this month."), cancel));

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
