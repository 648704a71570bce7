namespace Alpokat.Data;

/// <summary>The scan by which a merchant shows who they are: looked at, and gone thirty days later.</summary>
public sealed class IdentityDocument
{
    public Guid Id { get; init; }

    public Guid MerchantId { get; init; }

    public Merchant? Merchant { get; init; }

    [DataCategory(Categories.Government.IdDocument), Encrypted(Sealing.How)]
    public byte[]? Scan { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    [RetentionAnchor(Anchors.DocumentVerified)]
    public DateTimeOffset? VerifiedAt { get; set; }
}
