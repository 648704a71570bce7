namespace OChat.Accounts;

/// <summary>An application as somebody at OChat sees it.</summary>
public sealed class ApplicationView
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }
}
