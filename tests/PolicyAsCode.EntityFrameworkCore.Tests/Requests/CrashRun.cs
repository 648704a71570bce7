namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>
/// A node that is killed at one point and started anew, and a caller who does not know whether the step under way was
/// taken, and asks for it again.
/// </summary>
internal sealed class CrashRun : IAsyncDisposable
{
    private static readonly string[] s_stores = ["blobs", "search"];

    private readonly CrashPoints _points;
    private bool _isRestarted;

    public CrashRun(DeskDatabase database, int? killAt)
    {
        Database = database;
        _points = new(killAt);
        World.OnCall = _points.Pass;
        Node = new(database, World, Clock, s_stores, _points, _points.Commits);
    }

    public static IReadOnlyList<string> Stores => s_stores;

    public DeskDatabase Database { get; }

    public DeskWorld World { get; } = new();

    public DeskClock Clock { get; } = new(Desk.Start);

    public DeskNode Node { get; private set; }

    public int Points => _points.Passed;

    public bool WasKilled => _points.IsDead;

    public async Task StepAsync(Func<DeskNode, Task> step)
    {
        try
        {
            await step(Node);
        }
        catch (Exception) when (_points.IsDead && !_isRestarted)
        {
            await RestartAsync();
            await step(Node);
        }

        Clock.Pass(TimeSpan.FromMinutes(1));
    }

    public async Task DispatchAsync()
    {
        await StepAsync(WorkOffAsync);
        // What the dead node had leased comes free; what had failed is tried again.
        Clock.Pass(TimeSpan.FromMinutes(6));
        await StepAsync(WorkOffAsync);

        static async Task WorkOffAsync(DeskNode node)
        {
            while (await node.Outbox.DispatchAsync() > 0)
            {
            }
        }
    }

    /// <summary>A node that nobody kills any more: after the kill, and to look at what has come of it.</summary>
    public async Task RestartAsync()
    {
        _isRestarted = true;
        await Node.DisposeAsync();
        World.OnCall = () => { };
        Node = new(Database, World, Clock, s_stores);
    }

    /// <summary>Each message and each erasure has come; once more at most what was under way at the kill.</summary>
    public async Task CheckDoneOnceAsync(params string[] titles)
    {
        Assert.Equal(
            titles.Order(StringComparer.Ordinal),
            World.Mail.DistinctBy(mail => mail.Id).Select(mail => mail.Title.Split(':')[0]).Order(StringComparer.Ordinal));
        var once = titles.Length + World.Erasures.Select(erasure => erasure.Key).Distinct().Count();
        Assert.InRange(World.Mail.Count + World.Erasures.Count, once, WasKilled ? once + 1 : once);
        Assert.Empty(await Node.Outbox.PendingAsync());
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
