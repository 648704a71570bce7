namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A request as it comes in.</summary>
/// <param name="Right">What is asked for.</param>
/// <param name="Subject">The kind of person, such as <c>customer</c>.</param>
/// <param name="SubjectId">Who, as the key of their row in text.</param>
/// <param name="Channel">Where it came in: <c>email</c>, <c>phone</c>, <c>form</c>, <c>post</c>, <c>in-app</c>.</param>
public sealed record NewPrivacyRequest(PrivacyRight Right, string Subject, string SubjectId, string Channel)
{
    /// <summary>Its number, where the sender made one: the same number again is the same request. Null makes one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The purpose that an objection, a restriction or a withdrawal is about; null for all of them.</summary>
    public string? Purpose { get; init; }

    /// <summary>What is to be put right.</summary>
    public IReadOnlyList<FieldCorrection> Corrections { get; init; } = [];

    /// <summary>What the person wrote; null for nothing.</summary>
    public string? Words { get; init; }

    /// <summary>
    /// How the application knows already who asks, such as <c>signed-in</c>; null where that is to be proved. It is kept:
    /// no name of the person.
    /// </summary>
    public string? VerifiedBy { get; init; }

    /// <summary>The tenant whose person it is; null takes the one that <see cref="IPrivacyTenant"/> says.</summary>
    public string? Tenant { get; init; }

    /// <summary>The language of its messages; null takes the options'.</summary>
    public string? Language { get; init; }
}
