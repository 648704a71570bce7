namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How requests are served.</summary>
public sealed class PrivacyRequestOptions
{
    /// <summary>The language of messages to people whose own is not known, or not spoken: <c>en</c> or <c>id</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>How long a code holds.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after a code the next one can be sent; sooner, the one that was sent stays.</summary>
    public TimeSpan CodeInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many answers are looked at for a code.</summary>
    public int AttemptsPerCode { get; set; } = 5;

    /// <summary>How many codes are sent for a request.</summary>
    public int CodesPerRequest { get; set; } = 5;

    /// <summary>
    /// How many codes are sent to a person in 24 hours, whatever requests they belong to: nobody's mailbox is flooded by
    /// asking in their name.
    /// </summary>
    public int CodesPerPersonPerDay { get; set; } = 10;

    /// <summary>
    /// How many requests of which nobody has proved anything are taken in for a person in 24 hours. Those that the
    /// application vouches for are taken in all the same: asking in somebody's name does not shut them out.
    /// </summary>
    public int UnverifiedPerPersonPerDay { get; set; } = 5;

    /// <summary>How many requests are taken in for a person in 24 hours, whoever asks.</summary>
    public int RequestsPerPersonPerDay { get; set; } = 20;

    /// <summary>
    /// How long a request waits for somebody to prove who asks: fourteen days. Then it can no longer be verified, and is
    /// deleted with its messages: it says of a person that they asked for something, and nobody knows that they did.
    /// </summary>
    public TimeSpan UnverifiedLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long a copy can be fetched after it has been made ready.</summary>
    public TimeSpan CopyLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>From how long before its deadline a request is due soon.</summary>
    public TimeSpan DueSoon { get; set; } = TimeSpan.FromDays(3);

    /// <summary>For how long a request can lie unconfirmed, whose time counts from its confirmation, before it is said.</summary>
    public TimeSpan WaitingAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How often deadlines are looked at.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a closed request still says whose it was: three years, for whoever asks how they were answered.</summary>
    public TimeSpan ClosedLifetime { get; set; } = TimeSpan.FromDays(3 * 365);

    /// <summary>How long the outbox lists what it has sent, without whom to.</summary>
    public TimeSpan SentLifetime { get; set; } = TimeSpan.FromDays(30);
}
