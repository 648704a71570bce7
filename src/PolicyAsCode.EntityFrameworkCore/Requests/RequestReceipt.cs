using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What was done for a request, as it is kept: counts and reasons, names of fields, and nobody's name.</summary>
internal sealed record RequestReceipt
{
    public ErasureOutcome? Erasure { get; init; }

    public ImmutableArray<RequestReceiptEntry> Entries { get; init; } = [];

    /// <summary>The stores outside of the database that were told to erase.</summary>
    public ImmutableArray<string> Stores { get; init; } = [];

    public ImmutableArray<string> CorrectedFields { get; init; } = [];

    /// <summary>Those that change once the person has confirmed it; receipts that were written before there were any say nothing of them.</summary>
    public ImmutableArray<string> BegunFields { get => field.IsDefault ? [] : field; init; } = [];

    public static RequestReceipt Of(ErasureReceipt receipt, IEnumerable<string> stores) => new()
    {
        Erasure = receipt.Outcome,
        Entries =
        [
            .. receipt.Entries.Select(entry => new RequestReceiptEntry(
                entry.Rule.Action, entry.Rule.Entity, entry.Rule.Fields, entry.Rows, entry.KeptUntil, entry.Rule.Reason,
                entry.Rule.Clauses, entry.Rule.Policy)),
        ],
        Stores = [.. stores],
    };
}

/// <summary>A line of a <see cref="RequestReceipt"/>.</summary>
internal sealed record RequestReceiptEntry(
    PrivacyAction Action, string Entity, ImmutableArray<string> Fields, int Rows, DateOnly? KeptUntil, string Reason,
    ImmutableArray<string> Clauses, string Policy);
