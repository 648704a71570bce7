namespace PolicyAsCode.EntityFrameworkCore.Testing.OwnTables;

/// <summary>A row of the run time's own that a proof has put in.</summary>
/// <param name="Table">In which table.</param>
/// <param name="Id">Its number.</param>
/// <param name="Subject">The kind of person that it names.</param>
/// <param name="Purpose">Of a consent, for what.</param>
/// <param name="EndedAt">When it was taken back or closed; null where it stands.</param>
internal sealed record OwnRow(OwnTable Table, Guid Id, string Subject, string Purpose, DateTimeOffset? EndedAt)
{
    /// <summary>Whether a legal hold stands on whom it names.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Of a request, until when its copy can be fetched.</summary>
    public DateTimeOffset? CopyUntil { get; init; }

    public override string ToString() => $"{Table} {Id} of a {Subject}";
}
