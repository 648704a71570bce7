namespace Ocis.Accounts;

/// <summary>What a browser brings back from Google, LinkedIn or Microsoft.</summary>
public sealed class FederatedForm
{
    public required string Provider { get; init; }

    [NotPersonalData("A random ticket that the provider gives out for one use.")]
    public required string Ticket { get; init; }

    /// <summary>What the browser kept since it began there: who has seen the ticket alone cannot use it.</summary>
    [NotPersonalData("A random number of the browser's own, for one use.")]
    public string? Verifier { get; init; }

    /// <summary>Asked by OCIS itself of who comes for the first time.</summary>
    [DataCategory(Categories.Identity.BirthDate), CollectedAt(Sources.Registration)]
    public DateOnly? BirthDate { get; init; }
}
