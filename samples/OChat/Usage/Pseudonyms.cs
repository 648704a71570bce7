using System.Security.Cryptography;
using OChat.Data;

namespace OChat.Usage;

/// <summary>
/// Replaces an id by a keyed hash (HMAC-SHA256): who does not hold the key cannot tell whose it is, and can tell two visits of
/// one user from two users.
/// </summary>
public sealed class Pseudonyms(IConfiguration configuration)
{
    private readonly byte[] _key = Convert.FromBase64String(
        configuration["Pseudonyms:Key"] ?? throw new InvalidOperationException("Pseudonyms:Key is not configured."));

    /// <summary>The same pseudonym for the same person, for as long as the key lives.</summary>
    [Anonymises(DataForm.Pseudonymised)]
    public string Of(Guid person) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, person.ToByteArray()))[..16];

    /// <summary>What somebody did on which day, and not who: the minute could give them away.</summary>
    [Anonymises(DataForm.Pseudonymised)]
    public PseudonymousVisit Of(Guid user, Visit visit) => new()
    {
        Who = Of(user),
        Activity = visit.Activity,
        DeviceType = visit.DeviceType is null ? null : visit.DeviceType.Contains("Mobile", StringComparison.Ordinal) ? "phone" : "computer",
        Day = DateOnly.FromDateTime(visit.At.UtcDateTime),
    };
}
