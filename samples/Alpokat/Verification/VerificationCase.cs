namespace Alpokat.Verification;

/// <summary>What the desk compares with a document.</summary>
public sealed class VerificationCase
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Address)]
    public string? OfficeAddress { get; init; }

    [DataCategory(Categories.Identity.BirthDate)]
    public DateOnly? BirthDate { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }
}
