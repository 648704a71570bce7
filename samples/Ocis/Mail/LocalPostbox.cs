using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Ocis.Mail;

/// <summary>Stands in for the provider: it keeps the subjects of what it was given, and the last code and link.</summary>
public sealed class LocalPostbox : IMailer
{
    private static readonly Regex s_code = new(@"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b", RegexOptions.Compiled);

    private static readonly Regex s_wayOut = new(@"https://\S+/newsletter/unsubscribe\S+", RegexOptions.Compiled);

    private static readonly Regex s_confirmation = new(@"/account/confirm\?link=(\S+)", RegexOptions.Compiled);

    private readonly ConcurrentQueue<string> _sent = new();

    /// <summary>The subjects of what was sent, in their order; a subject names nobody.</summary>
    public IReadOnlyCollection<string> Sent => _sent;

    /// <summary>The last code by which somebody proves that a request is theirs: what a demo or a test reads in the mail.</summary>
    [DataCategory(Categories.Communication.Message)]
    internal string? LastCode { get; private set; }

    /// <summary>The last link by which somebody says that an address is theirs: what nobody can guess of it.</summary>
    [DataCategory(Categories.Communication.Message)]
    internal string? LastConfirmation { get; private set; }

    /// <summary>The last way out of newsletters.</summary>
    [DataCategory(Categories.Communication.Message)]
    internal string? LastWayOut { get; private set; }

    public Task SendAsync(string to, string subject, string text, CancellationToken cancel, Uri? wayOut = null)
    {
        _sent.Enqueue(subject);
        if (s_code.Match(text) is { Success: true, Value: var code })
            LastCode = code;
        if (s_wayOut.Match(text) is { Success: true, Value: var link })
            LastWayOut = link;
        if (s_confirmation.Match(text) is { Success: true } confirmation)
            LastConfirmation = confirmation.Groups[1].Value;
        return Task.CompletedTask;
    }
}
