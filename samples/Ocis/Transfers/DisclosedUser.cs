namespace Ocis.Transfers;

/// <summary>What an authority gets of a user, and no more.</summary>
public sealed class DisclosedUser
{
    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; init; }

    [DataCategory(Categories.Device.IpAddress)]
    public IReadOnlyList<string?> IpAddresses { get; init; } = [];
}
