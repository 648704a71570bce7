using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Consents;

/// <summary>What an application hears of a consent that was taken back.</summary>
public sealed class ConsentObserverTests
{
    private static readonly ConsentText s_text = new("2026-01", "id", "Bolehkah kami mengirim promosi?");
    private static readonly string s_ana = Desk.Ana.ToString();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Each_part_hears_of_it_until_it_is_done_and_then_nothing_names_anybody(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await using var node = Node(desk, "letters", "partner");
        foreach (var purpose in new[] { "promotion", "analysis" })
            await node.Consents.GiveAsync("customer", s_ana, purpose, s_text, "form");
        await node.Consents.GiveAsync("customer", s_ana, "promotion", s_text with { Version = "2026-02" }, "form");
        desk.World.Fault = who => who == "partner" ? new IOException("away") : null;

        await node.Consents.WithdrawAsync("customer", s_ana.ToUpperInvariant(), null, "in-app");
        Assert.Empty(desk.World.Withdrawals); // told by the outbox, not while the person waits
        await node.Outbox.DispatchAsync();
        Assert.Equal(["letters", "partner"], desk.World.Withdrawals.Select(told => told.Observer).Order());
        desk.World.Fault = _ => null;
        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        await node.Outbox.DispatchAsync();

        Assert.Equal(3, desk.World.Withdrawals.Count);
        Assert.Equal(2, desk.World.Withdrawals.Select(told => told.Key).Distinct().Count());
        Assert.All(desk.World.Withdrawals, told =>
        {
            Assert.Equal(("customer", s_ana, "in-app", Desk.Start), (told.Withdrawal.Subject, told.Withdrawal.SubjectId, told.Withdrawal.Through, told.Withdrawal.At));
            Assert.Equal(["analysis", "promotion"], told.Withdrawal.Purposes);
        });
        Assert.Empty(await node.Outbox.PendingAsync());
        await using var db = desk.Database.Connect();
        Assert.All(await db.Set<PrivacyOutboxMessage>().ToListAsync(), message => Assert.Null(message.Payload));
    }

    [Fact]
    public async Task By_a_request_as_well_which_waits_for_nobody()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        await using var node = Node(desk, "letters");
        await node.Consents.GiveAsync("customer", s_ana, "promotion", s_text, "form");
        var request = await node.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.ConsentWithdrawal));
        await node.Requests.VouchForIdentityAsync(request.Id, "signed-in");
        await node.Requests.ConfirmAsync(request.Id);
        desk.World.Fault = who => who == "letters" ? new IOException("away") : null;

        await node.Requests.ExecuteAsync(request.Id);
        Assert.Equal(PrivacyRequestState.Done, (await desk.FindAsync(request.Id)).State);
        await node.Outbox.DispatchAsync();

        var (_, withdrawal, _) = Assert.Single(desk.World.Withdrawals);
        Assert.Equal(["promotion"], withdrawal.Purposes);
        Assert.Equal("request", withdrawal.Through);
        Assert.Equal(PrivacyOutboxKind.ConsentWithdrawal, Assert.Single(await node.Outbox.PendingAsync()).Kind);
    }

    // It waits for somebody who looks, and who would find a person that is gone; what is still tried ends by itself.
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_was_given_up_goes_with_the_person_and_with_nobody_else(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await using var node = new DeskNode(desk.Database, desk.World, desk.Clock, services => services
            .Configure<PrivacyOutboxOptions>(options => options.MaxAttempts = 2)
            .AddSingleton<IConsentObserver>(new DeskObserver("letters", desk.World)));
        desk.World.Fault = who => who == "letters" ? new IOException("away") : null;
        foreach (var person in new[] { s_ana, Desk.Budi.ToString() })
        {
            await node.Consents.GiveAsync("customer", person, "promotion", s_text, "form");
            await node.Consents.WithdrawAsync("customer", person, null, "in-app");
        }

        for (var tries = 0; tries < 2; tries++, desk.Clock.Pass(TimeSpan.FromMinutes(1)))
            await node.Outbox.DispatchAsync();
        Assert.Equal(2, (await node.Outbox.GivenUpAsync()).Count);
        await node.Consents.GiveAsync("customer", s_ana, "analysis", s_text, "form");
        await node.Consents.WithdrawAsync("customer", s_ana, "analysis", "in-app");

        var request = await node.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure));
        await node.Requests.VouchForIdentityAsync(request.Id, "signed-in");
        await node.Requests.ConfirmAsync(request.Id);
        await node.Requests.ExecuteAsync(request.Id);

        var left = Assert.Single(await node.Outbox.GivenUpAsync());
        Assert.Contains(Desk.Budi.ToString(), left.Payload, StringComparison.Ordinal);
        var tried = Assert.Single(await node.Outbox.PendingAsync(), message => message is { Kind: PrivacyOutboxKind.ConsentWithdrawal, Attempts: 0 });
        Assert.Contains(s_ana, tried.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_stood_nobody_is_told()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        await using var node = Node(desk, "letters");
        await node.Consents.GiveAsync("customer", s_ana, "promotion", s_text, "form");
        await node.Consents.WithdrawAsync("customer", s_ana, "analysis", "in-app");
        await node.Consents.WithdrawAsync("customer", Desk.Budi.ToString(), null, "in-app");
        Assert.Empty(await node.Outbox.PendingAsync());

        await node.Consents.WithdrawAsync("customer", s_ana, "promotion", "in-app");
        await node.Consents.WithdrawAsync("customer", s_ana, "promotion", "in-app");
        Assert.Single(await node.Outbox.PendingAsync());
    }

    // One is taken back by somebody else between the look at what stands and the change of it: on SQLite nobody else writes then.
    [Fact]
    public async Task Of_what_somebody_else_took_back_meanwhile_nobody_is_told_again()
    {
        await using var desk = await Desk.OpenAsync(Provider.PostgreSql);
        await using var other = Node(desk, "letters");
        foreach (var purpose in new[] { "promotion", "analysis" })
            await other.Consents.GiveAsync("customer", s_ana, purpose, s_text, "form");
        var meanwhile = new BeforeWithdrawal(() => other.Consents.WithdrawAsync("customer", s_ana, "promotion", "link"));
        await using var node = new DeskNode(
            desk.Database, desk.World, desk.Clock,
            services => services.AddSingleton<IConsentObserver>(new DeskObserver("letters", desk.World)), interceptors: meanwhile);

        await node.Consents.WithdrawAsync("customer", s_ana, null, "in-app");
        await node.Outbox.DispatchAsync();

        Assert.True(meanwhile.IsDone);
        Assert.Equal(
            ["analysis in-app", "promotion link"],
            desk.World.Withdrawals.Select(told => $"{string.Join('+', told.Withdrawal.Purposes)} {told.Withdrawal.Through}").Order());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Of_many_that_are_taken_back_at_once_each_is_told_once(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await using var node = Node(desk, "letters");
        string[] purposes = ["analysis", "contests", "promotion"];
        foreach (var purpose in purposes)
            await node.Consents.GiveAsync("customer", s_ana, purpose, s_text, "form");

        await Task.WhenAll(new[] { null, "promotion", "analysis", null, "contests", "promotion" }.Select(purpose =>
            Task.Run(() => node.Consents.WithdrawAsync("customer", s_ana, purpose, "in-app"))));
        await node.Outbox.DispatchAsync();

        Assert.Equal(purposes, desk.World.Withdrawals.SelectMany(told => told.Withdrawal.Purposes).Order());
    }

    // What was taken back and who is told of it come into the database together, or not at all.
    [Fact]
    public async Task A_crash_before_the_end_leaves_the_consent_as_it_stood()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        await using (var before = Node(desk, "letters"))
            await before.Consents.GiveAsync("customer", s_ana, "promotion", s_text, "form");
        await using var node = new DeskNode(
            desk.Database, desk.World, desk.Clock,
            services => services.AddSingleton<IConsentObserver>(new DeskObserver("letters", desk.World)),
            interceptors: new FailingSave());

        await Assert.ThrowsAsync<InvalidOperationException>(() => node.Consents.WithdrawAsync("customer", s_ana, null, "in-app"));

        Assert.True(await node.Consents.IsGivenAsync("customer", s_ana, "promotion"));
        Assert.Empty(await node.Outbox.PendingAsync());
    }

    private static DeskNode Node(Desk desk, params string[] observers) => new(
        desk.Database, desk.World, desk.Clock,
        services =>
        {
            foreach (var observer in observers)
                services.AddSingleton<IConsentObserver>(new DeskObserver(observer, desk.World));
        });

    private sealed class BeforeWithdrawal(Func<Task> run) : DbCommandInterceptor
    {
        public bool IsDone { get; private set; }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!IsDone && command.CommandText.StartsWith("UPDATE privacy_consents", StringComparison.Ordinal))
            {
                IsDone = true;
                await run();
            }

            return result;
        }
    }

    private sealed class FailingSave : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("the node is gone");
    }
}
