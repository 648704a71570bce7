using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Alpokat.Messages;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Tests;

/// <summary>Everything that people were sent.</summary>
internal sealed partial class RecordedMail : IMailer, INotifier
{
    private readonly ConcurrentQueue<SentMail> _sent = new();

    public IReadOnlyCollection<SentMail> Sent => _sent;

    /// <summary>The same without the word that somebody signed in from a new device, as a test's browser always is.</summary>
    public IEnumerable<SentMail> Letters => _sent.Where(mail => mail.Subject != "Akun Anda dibuka dari perangkat baru");

    /// <summary>The last code by which somebody proves that a request is theirs.</summary>
    public string Code => _sent.Select(mail => CodeIn().Match(mail.Body)).Last(match => match.Success).Value;

    public Task SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        _sent.Enqueue(new(to, subject, body));
        return Task.CompletedTask;
    }

    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel) =>
        SendAsync(notification.Address, notification.Title, notification.Text, cancel);

    [GeneratedRegex(@"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b")]
    private static partial Regex CodeIn();
}
