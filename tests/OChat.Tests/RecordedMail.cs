using System.Collections.Concurrent;
using OChat.Support;

namespace OChat.Tests;

/// <summary>A mail server that keeps what it was given.</summary>
internal sealed class RecordedMail : IMailer
{
    public ConcurrentQueue<(string To, string Subject, string Body)> Sent { get; } = new();

    public Task SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        Sent.Enqueue((to, subject, body));
        return Task.CompletedTask;
    }
}
