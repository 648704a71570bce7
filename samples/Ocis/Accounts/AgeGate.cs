namespace Ocis.Accounts;

/// <summary>OCIS is for people from sixteen years [OCIS-6.1].</summary>
[Purpose(Purposes.LegalCompliance)]
public sealed class AgeGate(TimeProvider time)
{
    public const int Minimum = 16;

    [Gate(Gates.Age)]
    public bool IsOldEnough([DataCategory(Categories.Identity.BirthDate)] DateOnly birthDate) =>
        birthDate.AddYears(Minimum) <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
