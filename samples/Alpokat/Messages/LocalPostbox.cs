using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Messages;

/// <summary>Stands in for the mail server: it keeps the subjects of what it was given, and the last code.</summary>
public sealed class LocalPostbox : IMailer, INotifier
{
    private static readonly Regex s_code = new(@"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b", RegexOptions.Compiled);

    private readonly ConcurrentQueue<string> _subjects = new();

    /// <summary>The subjects of the mails sent, in their order; a subject names nobody.</summary>
    public IReadOnlyCollection<string> Subjects => _subjects;

    /// <summary>The last code by which somebody proves that a request is theirs: what a demo or a test reads in the mail.</summary>
    internal string? LastCode { get; private set; }

    public Task SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        _subjects.Enqueue(subject);
        return Task.CompletedTask;
    }

    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel)
    {
        _subjects.Enqueue(notification.Title);
        if (s_code.Match(notification.Text) is { Success: true, Value: var code })
            LastCode = code;
        return Task.CompletedTask;
    }
}
