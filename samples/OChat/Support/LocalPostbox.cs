using System.Collections.Concurrent;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Support;

/// <summary>Stands in for the mail server: it counts by subject what it was given, and keeps the codes that requests are verified by.</summary>
public sealed class LocalPostbox : IMailer, INotifier
{
    private readonly ConcurrentQueue<string> _subjects = new();

    /// <summary>The subjects of the mails sent, in their order; a subject names nobody.</summary>
    public IReadOnlyCollection<string> Subjects => _subjects;

    /// <summary>What the last message about a request said, for a demo or a test that reads its mail.</summary>
    internal PrivacyNotification? Last { get; private set; }

    public Task SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        _subjects.Enqueue(subject);
        return Task.CompletedTask;
    }

    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel)
    {
        _subjects.Enqueue(notification.Title);
        Last = notification;
        return Task.CompletedTask;
    }
}
