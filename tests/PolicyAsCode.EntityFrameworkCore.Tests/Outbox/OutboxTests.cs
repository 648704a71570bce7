using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Outbox;

/// <summary>The outbox: tries, leases, giving up.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_message_that_fails_is_tried_again_later_and_later_and_given_up_in_the_end()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        desk.World.Fault = _ => new IOException("to ana@mail.example");
        await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        var tries = new List<TimeSpan>();
        var begun = desk.Clock.Now;
        for (var i = 0; i < 12; i++)
        {
            await desk.Node.Outbox.DispatchAsync();
            tries.Add(desk.Clock.Now - begun);
            Assert.Equal(0, await desk.Node.Outbox.DispatchAsync());
            desk.Clock.Now = Assert.Single(await desk.Node.Outbox.PendingAsync()).NextAttemptAt!.Value;
        }

        Assert.Equal([0, 10, 30, 70], tries.Take(4).Select(time => time.TotalSeconds));
        var stuck = Assert.Single(await desk.Node.Outbox.GivenUpAsync());
        Assert.Equal((12, "System.IO.IOException"), (stuck.Attempts, stuck.LastError));
        Assert.Contains(desk.Node.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("given up", StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Node.Log.Lines, line => line.Text.Contains("mail.example", StringComparison.Ordinal));

        desk.Clock.Pass(TimeSpan.FromDays(1));
        desk.World.Fault = _ => null;
        Assert.Equal(0, await desk.Node.Outbox.DispatchAsync());
        await desk.Node.Outbox.RetryAsync(stuck.Id);
        Assert.Equal(1, await desk.Node.Outbox.DispatchAsync());
        Assert.Empty(await desk.Node.Outbox.GivenUpAsync());
    }

    [Fact]
    public async Task What_was_sent_forgets_the_address()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.ExecuteAsync(request.Id);
        Assert.Contains(await desk.RowsAsync(), row => row.StartsWith("privacy_outbox", StringComparison.Ordinal) && row.Contains("ana@mail.example", StringComparison.Ordinal));
        await desk.DispatchAsync();
        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.DispatchAsync();
        Assert.DoesNotContain(await desk.RowsAsync(), row => row.Contains("ana@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_done_by_hand_takes_the_request_on()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite, "blobs");
        desk.World.Fault = what => what == "blobs" ? new IOException("away") : null;
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        var pending = await desk.Node.Outbox.PendingAsync();
        var last = Assert.Single(pending, message => message.Kind == PrivacyOutboxKind.Notification);
        // The last message still waits: it can neither be hurried nor be done before what it speaks of.
        await desk.Node.Outbox.MarkDoneAsync(last.Id);
        await desk.Node.Outbox.RetryAsync(last.Id);
        await desk.DispatchAsync();
        Assert.Equal(PrivacyRequestState.Running, (await desk.FindAsync(request.Id)).State);

        await desk.Node.Outbox.MarkDoneAsync(Assert.Single(pending, message => message.Kind == PrivacyOutboxKind.StoreErasure).Id);
        await desk.DispatchAsync();
        Assert.Equal(PrivacyRequestState.CustomerNotified, (await desk.FindAsync(request.Id)).State);
        Assert.DoesNotContain(await desk.RowsAsync(), row => row.Contains(Desk.Ana.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_store_that_was_renamed_is_told_of()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite, "blobs");
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.ExecuteAsync(request.Id);
        await using var renamed = new DeskNode(desk.Database, desk.World, desk.Clock, ["blob-store"]);
        await renamed.Outbox.DispatchAsync();
        Assert.Empty(desk.World.Erasures);
        Assert.Contains(renamed.Log.Lines, line => line.Text.Contains("StoreErasure blobs", StringComparison.Ordinal) && line.Level == LogLevel.Warning);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_leased_message_is_nobody_elses_until_the_lease_ends(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        await using var other = new DeskNode(desk.Database, desk.World, desk.Clock);
        var isTrying = new TaskCompletionSource();
        var mayGoOn = new TaskCompletionSource();
        desk.World.Fault = _ =>
        {
            isTrying.TrySetResult();
            mayGoOn.Task.Wait(TimeSpan.FromSeconds(30));
            return null;
        };
        var slow = Task.Run(() => desk.Node.Outbox.DispatchAsync());
        await isTrying.Task;
        Assert.Equal(0, await other.Outbox.DispatchAsync());

        // The slow node has overstayed its lease: the other one sends as well, with the same number, and its word counts.
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        desk.World.Fault = _ => null;
        Assert.Equal(1, await other.Outbox.DispatchAsync());
        mayGoOn.SetResult();
        await slow;
        Assert.Equal(2, desk.World.Mail.Count);
        Assert.Single(desk.World.Mail.Select(mail => mail.Id).Distinct());
        Assert.Empty(await desk.Node.Outbox.PendingAsync());
    }

    [Fact]
    public async Task A_later_message_never_overtakes_an_earlier_one_of_its_request()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        desk.World.Fault = _ => new IOException("away");
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        await desk.DispatchAsync();
        desk.World.Fault = _ => null;
        desk.Clock.Pass(TimeSpan.FromSeconds(1));
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Empty(desk.World.Mail);
        desk.Clock.Pass(TimeSpan.FromSeconds(10));
        await desk.DispatchAsync();
        Assert.Equal(["Your request has been received", "Your request is done"], desk.World.Titles);
    }

    // The clocks of two nodes differ, and one that is set back tells a moment twice.
    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public async Task Messages_of_a_request_come_in_the_order_of_its_steps_whatever_the_clock_says(int seconds)
    {
        // Of messages of one moment the numbers are drawn: one pair alone is in order half of the time.
        for (var time = 0; time < 6; time++)
        {
            await using var desk = await Desk.OpenAsync(Provider.Sqlite);
            var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
            desk.Clock.Now = desk.Clock.Now.AddSeconds(seconds);
            await desk.Requests.ExecuteAsync(request.Id);
            desk.Clock.Pass(TimeSpan.FromMinutes(1));
            await desk.DispatchAsync();
            Assert.Equal(["Your request has been received", "Your request is done"], desk.World.Titles);
        }
    }

    [Fact]
    public async Task Files_are_whole_and_one_for_each_message()
    {
        var folder = Directory.CreateTempSubdirectory("policy-mail-").FullName;
        try
        {
            var notifier = new FileNotifier(folder);
            var message = new PrivacyNotification(Guid.NewGuid(), "email", "ana@mail.example", "en", "Hello", "Line");
            await notifier.SendAsync(message, default);
            await notifier.SendAsync(message, default);
            var text = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder)), TestContext.Current.CancellationToken);
            Assert.Equal("To: ana@mail.example (email)\nSubject: Hello\n\nLine\n", text);
            Assert.DoesNotContain("ana", message.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
