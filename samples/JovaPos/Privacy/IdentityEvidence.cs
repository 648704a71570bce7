namespace JovaPos.Privacy;

/// <summary>How the officer made sure that it is the customer who asks [JOVA-3.2, JOVA-3.8].</summary>
public sealed class IdentityEvidence
{
    /// <summary>A copy of an identity document, where one was asked for.</summary>
    [DataCategory(Categories.Government.IdDocument)]
    public byte[]? Document { get; init; }
}
