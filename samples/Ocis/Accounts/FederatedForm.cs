namespace Ocis.Accounts;

/// <summary>What a browser brings back from Google, LinkedIn or Microsoft.</summary>
public sealed class FederatedForm
{
    public required string Provider { get; init; }

    [NotPersonalData("A random ticket that the provider gives out for one use.")]
    public required string Ticket { get; init; }

    /// <summary>Asked by OCIS itself of who comes for the first time.</summary>
    [DataCategory(Categories.Identity.BirthDate)]
    public DateOnly? BirthDate { get; init; }
}
