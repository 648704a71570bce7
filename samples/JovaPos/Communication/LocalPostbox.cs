using System.Collections.Concurrent;

namespace JovaPos.Communication;

/// <summary>
/// Stands in for who delivers e-mail and text messages on a developer's machine: it counts what it was given.
/// </summary>
public sealed class LocalPostbox : IMailer, ISmsSender
{
    private readonly ConcurrentQueue<string> _subjects = new();
    private int _texts;

    /// <summary>The subjects of the mails sent, in their order; a subject names nobody.</summary>
    public IReadOnlyCollection<string> Subjects => _subjects;

    /// <summary>How many text messages were sent.</summary>
    public int Texts => _texts;

    public Task SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        _subjects.Enqueue(subject);
        return Task.CompletedTask;
    }

    public Task SendAsync(string to, string text, CancellationToken cancel)
    {
        Interlocked.Increment(ref _texts);
        return Task.CompletedTask;
    }
}
