namespace Cellar.Violations;

/// <summary>PAC2007: of customers' health the policy names no ground on which it may be known.</summary>
[DataSubject(Subjects.Customer)]
public sealed class TastingNote
{
    [DataCategory(Categories.Special.Health)] // expect: PAC2007
    public string? Intolerances { get; set; }
}

/// <summary>Of the staff's it does: the law of employment.</summary>
[DataSubject(Subjects.Staff)]
public sealed class CleanTastingNote
{
    [DataCategory(Categories.Special.Health)]
    public string? Intolerances { get; set; }
}
