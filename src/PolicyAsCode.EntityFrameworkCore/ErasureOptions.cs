namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How an erasure runs.</summary>
/// <param name="DryRun">Whether to do all of it in a transaction that is rolled back, for the receipt it would give.</param>
public sealed record ErasureOptions(bool DryRun = false)
{
    /// <summary>
    /// Whether each statement goes to the database by itself, as an <c>ExecuteDelete</c> or <c>ExecuteUpdate</c> of EF Core's: for
    /// interceptors that look at one after the other. Otherwise those go together that can, where the database is a way off
    /// (PostgreSQL), and interceptors see one command.
    /// </summary>
    public bool OneByOne { get; init; }

    /// <summary>Whether whoever asks has the person's keys deleted: a request does, by its outbox.</summary>
    internal bool LeavesKeys { get; init; }
}
