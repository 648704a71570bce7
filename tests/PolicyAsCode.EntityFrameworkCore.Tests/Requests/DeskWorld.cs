using System.Collections.Concurrent;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>What lies outside of the database and outlives every node: mailboxes and stores, and what came to them.</summary>
internal sealed class DeskWorld
{
    public ConcurrentQueue<PrivacyNotification> Mail { get; } = new();

    /// <summary>Erasures: store, person, key.</summary>
    public ConcurrentQueue<(string Store, string SubjectId, string Key)> Erasures { get; } = new();

    /// <summary>Withdrawals of consents: who was told, of what, and the key.</summary>
    public ConcurrentQueue<(string Observer, ConsentWithdrawal Withdrawal, string Key)> Withdrawals { get; } = new();

    /// <summary>Called before and after each call from outside of the database.</summary>
    public Action OnCall { get; set; } = () => { };

    /// <summary>What notifiers and stores do instead of their work; null for their work.</summary>
    public Func<string, Exception?> Fault { get; set; } = _ => null;

    /// <summary>The code of the newest code message.</summary>
    public string Code => Mail.Last(mail => mail.Title.StartsWith("Your code", StringComparison.Ordinal)).Text
        .Split('\n').Single(line => line.Contains("enter this code: ", StringComparison.Ordinal)).Split(": ")[1];

    public IEnumerable<string> Titles => Mail.Select(mail => mail.Title.Split(':')[0]);
}

internal sealed class DeskNotifier(DeskWorld world) : INotifier
{
    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel)
    {
        world.OnCall();
        if (world.Fault("mail") is { } fault)
            throw fault;
        world.Mail.Enqueue(notification);
        world.OnCall();
        return Task.CompletedTask;
    }
}

internal sealed class DeskStore(string name, DeskWorld world) : ISubjectDataStore
{
    public string Name => name;

    public Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel)
    {
        world.OnCall();
        if (world.Fault(name) is { } fault)
            throw fault;
        world.Erasures.Enqueue((name, subjectId, idempotencyKey));
        world.OnCall();
        return Task.CompletedTask;
    }

    public Task ExportAsync(string subject, string subjectId, Stream utf8Json, CancellationToken cancel) =>
        throw new NotSupportedException();
}

internal sealed class DeskObserver(string name, DeskWorld world) : IConsentObserver
{
    public string Name => name;

    public Task WithdrawnAsync(ConsentWithdrawal withdrawal, string idempotencyKey, CancellationToken cancel)
    {
        world.OnCall();
        world.Withdrawals.Enqueue((name, withdrawal, idempotencyKey));
        return world.Fault(name) is { } fault ? throw fault : Task.CompletedTask;
    }
}
