namespace Cellar;

/// <summary>Somebody who pours at tastings.</summary>
[DataSubject(Subjects.Staff)]
public sealed class StaffMember
{
    public Guid Id { get; init; }

    /// <summary>What must not be poured for them to taste; the policy names the ground.</summary>
    [DataCategory(Categories.Special.Health)]
    public string? Intolerances { get; set; }

    [RetentionAnchor(Anchors.EmploymentEnded)]
    public DateTimeOffset? LeftAt { get; set; }
}
