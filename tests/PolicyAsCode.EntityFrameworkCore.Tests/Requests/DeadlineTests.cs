using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>What is late, what soon will be, and who hears of it.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_request_is_due_soon_then_overdue_then_done(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var erasure = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        var access = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        Assert.Equal(Desk.Start.AddHours(72), access.DueAt);
        Assert.Equal([access.Id, erasure.Id], (await desk.Requests.OpenAsync()).Select(request => request.Id));

        desk.Clock.Now = access.DueAt!.Value.AddTicks(-1);
        Assert.Equal([access.Id], (await desk.Requests.DueSoonAsync()).Select(request => request.Id));
        Assert.Empty(await desk.Requests.OverdueAsync());
        desk.Clock.Now = access.DueAt.Value;
        Assert.Equal([access.Id], (await desk.Requests.OverdueAsync()).Select(request => request.Id));
        Assert.Empty(await desk.Requests.DueSoonAsync());
        Assert.Equal(2, (await desk.Requests.DueSoonAsync(TimeSpan.FromDays(90))).Count + (await desk.Requests.OverdueAsync()).Count);

        await desk.Requests.ExecuteAsync(access.Id);
        Assert.Empty(await desk.Requests.OverdueAsync());
    }

    [Fact]
    public async Task A_request_that_nobody_proved_is_not_late_but_unproved()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        desk.Clock.Now = request.DueAt!.Value.AddTicks(-1);
        Assert.Empty(await desk.Requests.DueSoonAsync());
        desk.Clock.Now = request.DueAt.Value;
        Assert.Empty(await desk.Requests.OverdueAsync());
        using var gauges = new Gauges();
        await desk.Node.Watch.LookAsync(default);
        Assert.Equal((0, 1), (gauges.Read("policyascode.requests.overdue"), gauges.Read("policyascode.requests.unproved")));

        await desk.Requests.VouchForIdentityAsync(request.Id, "id document seen");
        Assert.Equal([request.Id], (await desk.Requests.OverdueAsync()).Select(late => late.Id));
    }

    [Fact]
    public async Task The_watch_logs_and_counts_what_is_late_without_a_word_of_whom()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var access = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        var soon = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Portability));
        desk.Clock.Now = soon.DueAt!.Value.AddDays(-1);
        using var gauges = new Gauges();
        await desk.Node.Watch.LookAsync(default);

        Assert.Equal(1, gauges.Read("policyascode.requests.overdue"));
        Assert.Equal(1, gauges.Read("policyascode.requests.due_soon"));
        Assert.Contains(desk.Node.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains(access.Id.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Node.Log.Lines, line =>
            line.Text.Contains(Desk.Ana.ToString(), StringComparison.Ordinal) || line.Text.Contains("mail.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_whose_time_never_begins_is_told_of()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        desk.Clock.Pass(TimeSpan.FromDays(3) - TimeSpan.FromTicks(1));
        Assert.Empty(await desk.Requests.WaitingAsync());
        desk.Clock.Pass(TimeSpan.FromTicks(1));
        Assert.Equal([request.Id], (await desk.Requests.WaitingAsync()).Select(waiting => waiting.Id));
        await desk.Node.Watch.LookAsync(default);
        Assert.Contains(desk.Node.Log.Lines, line => line.Text.StartsWith("1 privacy requests wait", StringComparison.Ordinal));

        await desk.Requests.VouchForIdentityAsync(request.Id, "signed-in");
        await desk.Requests.ConfirmAsync(request.Id);
        Assert.Empty(await desk.Requests.WaitingAsync());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_makes_its_request_late()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite, "blobs");
        desk.World.Fault = what => what == "blobs" ? new IOException("away") : null;
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        desk.Clock.Now = request.DueAt!.Value;
        Assert.Equal([request.Id], (await desk.Requests.OverdueAsync()).Select(late => late.Id));
    }

    [Fact]
    public async Task A_deadline_past_the_known_holidays_confirms_nothing()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        desk.Clock.Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.VouchForIdentityAsync(request.Id, "signed-in");
        await Assert.ThrowsAsync<BeyondCalendarException>(() => desk.Requests.ConfirmAsync(request.Id));
        Assert.Equal(PrivacyRequestState.IdentityVerified, (await desk.FindAsync(request.Id)).State);
        await desk.DispatchAsync();
        Assert.Empty(desk.World.Mail);
    }

    [Fact]
    public async Task A_closed_request_says_whose_it_was_for_its_time_and_no_longer()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        var open = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access) with { VerifiedBy = "signed-in" });
        desk.Clock.Pass(TimeSpan.FromDays(3 * 365));
        await desk.Node.Watch.LookAsync(default);
        Assert.NotNull((await desk.FindAsync(request.Id)).SubjectId);
        desk.Clock.Pass(TimeSpan.FromDays(1));
        await desk.Node.Watch.LookAsync(default);
        Assert.Null((await desk.FindAsync(request.Id)).SubjectId);
        Assert.NotNull((await desk.FindAsync(open.Id)).SubjectId);
        Assert.DoesNotContain(await desk.RowsAsync(), row => row.StartsWith("privacy_outbox", StringComparison.Ordinal));
    }

    private sealed class Gauges : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, int> _values = [];

        public Gauges()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == PrivacyMetrics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            };
            // Other tests have meters of the same name: the one that says most is ours.
            _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) =>
                _values[instrument.Name] = Math.Max(value, _values.GetValueOrDefault(instrument.Name)));
            _listener.Start();
        }

        public int Read(string name)
        {
            _listener.RecordObservableInstruments();
            return _values[name];
        }

        public void Dispose() => _listener.Dispose();
    }
}
