using System.Collections.Concurrent;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Support;

/// <summary>Stands in for the mail server: it keeps the subjects of what it was given. That of a code is the code.</summary>
public sealed class LocalPostbox : IMailer, INotifier
{
    private readonly ConcurrentQueue<string> _subjects = new();

    /// <summary>The subjects of the mails sent, in their order; a subject names nobody.</summary>
    public IReadOnlyCollection<string> Subjects => _subjects;

    public Task SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        _subjects.Enqueue(subject);
        return Task.CompletedTask;
    }

    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel)
    {
        _subjects.Enqueue(notification.Title);
        return Task.CompletedTask;
    }
}
