namespace JovaPos.Violations;

/// <summary>Members that say too little, too much, or something that nobody knows.</summary>
public sealed class LoyaltyCard
{
    [DataCategory("contact.emial")] // expect: PAC2001
    public string? Mailbox { get; set; }

    [DataCategory(Categories.Location.Precise)] // expect: PAC2002
    public string? LastSeenAt { get; set; }

    [DataCategory(Categories.Special.Religion)] // expect: PAC2002
    public string? Faith { get; set; }

    public string? NoKtp { get; set; } // expect: PAC2004

    public string? NomorTelepon { get; set; } // expect: PAC2004

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; set; }

    [NotPersonalData("The address of the shop's own till, the same for everybody.")]
    public string? TillIpAddress { get; set; }
}
