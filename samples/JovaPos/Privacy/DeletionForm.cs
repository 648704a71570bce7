namespace JovaPos.Privacy;

/// <summary>What a customer writes or says, by email or on the phone, to be deleted [JOVA-3.1].</summary>
public sealed class DeletionForm
{
    [DataCategory(Categories.Contact.Name)]
    public required string Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }

    [DataCategory(Categories.Communication.SupportRequest)]
    public string? Reason { get; init; }

    /// <summary>How it came in: <c>email</c> or <c>phone</c>.</summary>
    public string Channel { get; init; } = "email";
}
