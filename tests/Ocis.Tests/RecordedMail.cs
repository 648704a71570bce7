using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Ocis.Mail;

namespace Ocis.Tests;

/// <summary>A mail provider that keeps what it was given.</summary>
internal sealed partial class RecordedMail : IMailer
{
    public ConcurrentQueue<(string To, string Subject, string Text)> Sent { get; } = new();

    /// <summary>The headers of what can be ended by one click.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> WaysOut { get; } = new();

    /// <summary>The newest code.</summary>
    public string Code => Sent.Reverse().Select(mail => Codes().Match(mail.Text)).First(match => match.Success).Value;

    public Task SendAsync(string to, string subject, string text, CancellationToken cancel, Uri? wayOut = null)
    {
        Sent.Enqueue((to, subject, text));
        if (wayOut is not null)
            WaysOut.Enqueue(HttpMailProvider.HeadersOf(wayOut));
        return Task.CompletedTask;
    }

    [GeneratedRegex("[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}")]
    private static partial Regex Codes();
}
