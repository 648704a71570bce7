using System.Security.Cryptography;
using JovaPos.Data;

namespace JovaPos.Analysis;

/// <summary>
/// Replaces a customer's id by a keyed hash: who holds the key can tell two orders of one customer apart from two
/// customers, and who does not cannot tell who it is (HMAC-SHA256; a plain hash of an id would only be a lookup away).
/// </summary>
public sealed class CustomerPseudonyms(IConfiguration configuration)
{
    private readonly byte[] _key = Convert.FromBase64String(
        configuration["Pseudonyms:Key"] ?? throw new InvalidOperationException("Pseudonyms:Key is not configured."));

    /// <summary>The same pseudonym for the same customer, for as long as the key lives.</summary>
    [Anonymises(DataForm.Pseudonymised)]
    public string Of(Guid customerId) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, customerId.ToByteArray()));

    /// <summary>What somebody bought in which month, and not who: the day of an order could give them away.</summary>
    [Anonymises(DataForm.Pseudonymised)]
    public PseudonymousPurchase Purchase(Guid customerId, OrderLine line, DateTimeOffset placed) => new()
    {
        CustomerHash = Of(customerId),
        ProductId = line.ProductId,
        Quantity = line.Quantity,
        Month = new DateOnly(placed.Year, placed.Month, 1),
    };
}
