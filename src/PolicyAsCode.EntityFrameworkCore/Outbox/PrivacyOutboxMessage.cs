namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Something to do outside of the database, written in the same transaction as what it follows from. What it says of a
/// person (an address, a key) goes as soon as it is done.
/// </summary>
public sealed class PrivacyOutboxMessage
{
    private PrivacyOutboxMessage()
    {
    }

    internal PrivacyOutboxMessage(Guid id, PrivacyOutboxKind kind, Guid requestId, string topic, string payload, DateTimeOffset at) =>
        (Id, Kind, RequestId, Topic, Payload, CreatedAt) = (id, kind, requestId, topic, payload, at);

    /// <summary>Its number; also the key by which a receiver knows a repetition.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it asks for.</summary>
    public PrivacyOutboxKind Kind { get; private init; }

    /// <summary>The request that it belongs to; its own number where there is none.</summary>
    public Guid RequestId { get; private init; }

    /// <summary>Which message to a person, or the name of the store or of the observer.</summary>
    public string Topic { get; private init; } = "";

    /// <summary>What it needs to be done, as JSON; null once it has been done.</summary>
    public string? Payload { get; internal set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Which step of its request it tells of: what is told of one comes in this order, whatever the clocks of nodes say.</summary>
    public long Step { get; internal init; }

    /// <summary>When it is tried next; null where it waits for something else to be done first.</summary>
    public DateTimeOffset? NextAttemptAt { get; internal set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; internal set; }

    /// <summary>What went wrong last: the kind of the exception, never its words, which may name a person.</summary>
    public string? LastError { get; internal set; }

    /// <summary>When it was done; null if it was not yet.</summary>
    public DateTimeOffset? SentAt { get; internal set; }

    internal Guid? LeaseOwner { get; set; }

    internal DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Nothing is left to do: what it knew of anybody goes.</summary>
    internal void Close(DateTimeOffset now)
    {
        (SentAt, Payload, LastError) = (now, null, null);
        (LeaseOwner, LeasedUntil) = (null, null);
    }
}
