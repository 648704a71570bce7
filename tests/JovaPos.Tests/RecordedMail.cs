using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using JovaPos.Communication;

namespace JovaPos.Tests;

/// <summary>A mail server that keeps what it was given.</summary>
internal sealed partial class RecordedMail : IMailer
{
    public ConcurrentQueue<(string To, string Subject, string Body)> Sent { get; } = new();

    /// <summary>The newest code.</summary>
    public string Code => Sent.Reverse().Select(mail => Codes().Match(mail.Body)).First(match => match.Success).Value;

    public Task SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        Sent.Enqueue((to, subject, body));
        return Task.CompletedTask;
    }

    [GeneratedRegex("[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}")]
    private static partial Regex Codes();
}
