namespace JovaPos.Data;

/// <summary>Somebody who works in the shop.</summary>
[DataSubject(Subjects.Staff)]
public sealed class StaffMember
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Employment.StaffNumber)]
    public string? StaffNumber { get; set; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; set; }

    [DataCategory(Categories.Account.Username)]
    public string? SignInName { get; set; }

    [DataCategory(Categories.Account.Password)]
    public string? PasswordHash { get; set; }

    [DataCategory(Categories.Employment.Role)]
    public StaffRole? Role { get; set; }

    [RetentionAnchor(Anchors.EmploymentEnded)]
    public DateTimeOffset? LeftAt { get; set; }
}
