using BotBelanja.Security;

namespace BotBelanja.Data;

/// <summary>
/// The credential of a program: a shop's order page, its stock room or its figures. It is no person's, and its digest is all
/// that is stored of it [BOT-4.2].
/// </summary>
public sealed class OrderPageKey
{
    public int Id { get; init; }

    public int ShopId { get; init; }

    public Shop? Shop { get; init; }

    public KeyScope Scope { get; init; }

    /// <summary>SHA-256 of 32 random bytes: there is nothing in them to guess, so that no slow hash is needed.</summary>
    [NotPersonalData("The digest of a random key that a program holds; no person has one.")]
    public required byte[] Digest { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
