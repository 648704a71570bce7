namespace JovaPos.Data;

/// <summary>
/// What a customer said and showed to be erased; it goes with the customer, or soon after the request.
/// </summary>
public sealed class DeletionEvidence
{
    public Guid Id { get; init; }

    public Guid DeletionRequestId { get; init; }

    public DeletionRequest? DeletionRequest { get; init; }

    /// <summary>In the customer's own words; asked for, and answered without one too.</summary>
    [DataCategory(Categories.Communication.SupportRequest)]
    public string? Reason { get; set; }

    /// <summary>A copy of an identity document, where one was asked for [JOVA-3.8].</summary>
    [DataCategory(Categories.Government.IdDocument)]
    public byte[]? IdentityDocument { get; set; }
}
