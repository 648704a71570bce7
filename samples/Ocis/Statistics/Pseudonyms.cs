using System.Security.Cryptography;
using Ocis.Data;

namespace Ocis.Statistics;

/// <summary>Replaces an id by a keyed hash (HMAC-SHA256), and coarsens what could give somebody away.</summary>
public sealed class Pseudonyms(IConfiguration configuration)
{
    private readonly byte[] _key = Convert.FromBase64String(
        configuration["Pseudonyms:Key"] ?? throw new InvalidOperationException("Pseudonyms:Key is not configured."));

    [Anonymises(DataForm.Pseudonymised)]
    public PseudonymousVisit Of(Guid user, Visit visit) => new()
    {
        Who = Convert.ToHexStringLower(HMACSHA256.HashData(_key, user.ToByteArray()))[..16],
        Activity = visit.Activity,
        Device = visit.Device is null ? null : visit.Device.Contains("Mobile", StringComparison.Ordinal) ? "phone" : "computer",
        Region = visit.TimeZone?.Split('/')[0],
        Day = DateOnly.FromDateTime(visit.At.UtcDateTime),
    };
}
