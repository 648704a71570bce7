namespace JovaPos.Data;

/// <summary>The steps of a deletion request, in their order; none can be skipped, none goes back.</summary>
public enum DeletionRequestState
{
    /// <summary>Somebody asked [JOVA-3.1].</summary>
    Received,

    /// <summary>It is the customer who asks [JOVA-3.2, JOVA-3.8].</summary>
    IdentityVerified,

    /// <summary>The customer knows what comes next and by when [JOVA-3.3]; the 30 business days run.</summary>
    Confirmed,

    /// <summary>The rows are gone [JOVA-3.4, JOVA-3.5, JOVA-3.7].</summary>
    Erased,

    /// <summary>The customer knows [JOVA-3.6].</summary>
    CustomerNotified,
}
