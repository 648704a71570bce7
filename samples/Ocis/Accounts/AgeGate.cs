using Ocis.Data;

namespace Ocis.Accounts;

/// <summary>OCIS is for people from sixteen years [OCIS-6.1].</summary>
[Purpose(Purposes.LegalCompliance)]
public sealed class AgeGate(TimeProvider time)
{
    public const int Minimum = 16;

    [Gate(Gates.Age)]
    public bool IsOldEnough([DataCategory(Categories.Identity.BirthDate)] DateOnly birthDate) =>
        birthDate.AddYears(Minimum) <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Whether the age was asked of who wants an address: nothing waits for one that did not pass this gate.</summary>
    [Gate(Gates.Age)]
    public static bool WasAsked(AddressClaim claim) => claim.AskedAt > DateTimeOffset.MinValue;

    /// <summary>Whether it was asked of who has an account: there is none that was made before.</summary>
    [Gate(Gates.Age)]
    public static bool WasAsked(User user) => user.RegisteredAt > DateTimeOffset.MinValue;
}
