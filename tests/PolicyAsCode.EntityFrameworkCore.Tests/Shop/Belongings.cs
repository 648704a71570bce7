namespace PolicyAsCode.EntityFrameworkCore.Tests.Shop;

public sealed class Feedback
{
    public int Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("communication.feedback")]
    public string Comment { get; set; } = "";

    [RetentionAnchor("feedback-given")]
    public DateOnly GivenOn { get; init; }

    /// <summary>An answer to another's feedback: a reference of the entity to itself.</summary>
    public int? AnswerToId { get; set; }

    public Feedback? AnswerTo { get; set; }
}

/// <summary>The law keeps it, and its link to the customer is required.</summary>
public sealed class SupportTicket
{
    public int Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory("communication.support-request")]
    public string? Text { get; set; }

    [RetentionAnchor("request-closed")]
    public DateTime? ClosedAt { get; set; }

    [LegalHold]
    public bool InCourt { get; set; }
}

public sealed class Visit
{
    public int Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory("usage.activity")]
    public string? Page { get; set; }

    /// <summary>Of two categories, each with a time of its own; whichever comes first takes it.</summary>
    [DataCategory("communication.feedback", "transaction.delivery")]
    public string? Remark { get; set; }

    [RetentionAnchor("feedback-given")]
    [RetentionAnchor("order-placed")]
    public DateTimeOffset RemarkedAt { get; init; }

    [RetentionAnchor("collected")]
    public DateTimeOffset At { get; init; }
}

/// <summary>Nobody's data, but a part of the customer's row.</summary>
public sealed class LoyaltyCard
{
    public int Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }
}

/// <summary>A part of a part, with a key of two columns.</summary>
public sealed class LoyaltyStamp
{
    public int CardId { get; init; }

    public int Number { get; init; }

    public LoyaltyCard? Card { get; init; }
}

/// <summary>Nobody's data; it only remembers who was last.</summary>
public sealed class Campaign
{
    public int Id { get; init; }

    public string Title { get; init; } = "";

    public Guid? LastCustomerId { get; set; }
}
