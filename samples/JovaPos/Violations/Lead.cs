namespace JovaPos.Violations;

/// <summary>Somebody's name, and nothing says whose: a request to be erased would pass it by.</summary>
public sealed class Lead // expect: PAC2008
{
    public int Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; set; }

    [RetentionAnchor(Anchors.LastPurchase)]
    public DateTime? LastPurchaseAt { get; init; }
}
