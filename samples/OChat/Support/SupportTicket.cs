namespace OChat.Support;

/// <summary>All that who answers is told: who asks, what, and where the answer goes.</summary>
public sealed class SupportTicket
{
    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; init; }

    [DataCategory(Categories.Communication.SupportRequest)]
    public string? Question { get; init; }
}
