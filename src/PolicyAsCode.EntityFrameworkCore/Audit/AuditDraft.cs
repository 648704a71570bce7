namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A record before it is known whose it is, or how that person is called in the trail.</summary>
internal sealed record AuditDraft(
    DateTimeOffset At, AuditAction Action, AuditWay Way, AuditActor Actor, string Purposes, string? Trace, string Entity, string Fields)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7(At);

    public int? Rows { get; init; }

    public string? Detail { get; init; }

    /// <summary>The kind of person; known also where it is not known who.</summary>
    public string? PersonKind { get; init; }

    /// <summary>The key of the person, where it is known.</summary>
    public string? PersonId { get; init; }

    /// <summary>Where else the way to the person begins.</summary>
    public PersonWay? Towards { get; init; }

    public PersonSpot? Spot { get; init; }

    /// <summary>Another record of the same.</summary>
    public AuditDraft Again() => this with { Id = Guid.CreateVersion7(At) };
}
