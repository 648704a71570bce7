using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Ocis.Mail;

namespace Ocis.Tests;

/// <summary>A mail provider that keeps what it was given.</summary>
internal sealed partial class RecordedMail : IMailer
{
    public ConcurrentQueue<(string To, string Subject, string Text)> Sent { get; } = new();

    /// <summary>The newest code.</summary>
    public string Code => Sent.Reverse().Select(mail => Codes().Match(mail.Text)).First(match => match.Success).Value;

    public Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        Sent.Enqueue((to, subject, text));
        return Task.CompletedTask;
    }

    [GeneratedRegex("[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}")]
    private static partial Regex Codes();
}
