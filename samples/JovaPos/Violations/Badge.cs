namespace JovaPos.Violations;

/// <summary>
/// The policy says how long it keeps the role of staff, and nothing of a customer's; and no way leads to anybody's
/// record on the staff.
/// </summary>
public sealed class Badge // expect: PAC4003 JOVA-3.5
{
    public int Id { get; init; }

    public int MemberId { get; init; }

    public Member? Member { get; init; }

    [DataCategory(Categories.Employment.Role)]
    public string? Role { get; set; } // expect: PAC4001

    [RetentionAnchor(Anchors.EmploymentEnded)]
    public DateTime? EndedAt { get; init; }
}
