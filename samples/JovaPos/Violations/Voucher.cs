namespace JovaPos.Violations;

/// <summary>
/// Tax law keeps the row for ten years; the birthday in it has to go after two, and cannot be emptied.
/// </summary>
public sealed class Voucher
{
    public int Id { get; init; }

    public int? MemberId { get; init; }

    public Member? Member { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public string? OrderNumber { get; set; }

    [DataCategory(Categories.Identity.BirthDate)]
    public DateOnly Birthday { get; set; } // expect: PAC4004

    [RetentionAnchor(Anchors.OrderPlaced)]
    public DateTime OrderedAt { get; init; }
}
