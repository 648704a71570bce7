namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Legal holds on people: while one stands, no request erases them.</summary>
public interface ILegalHolds
{
    /// <summary>Places one.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">It holds no longer from this moment on; null until it is lifted.</param>
    /// <param name="placedBy">Who places it; null where it is placed by itself.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Its number.</returns>
    Task<Guid> PlaceAsync(
        string subject, string subjectId, string reason, DateTimeOffset? until = null, string? placedBy = null,
        CancellationToken cancel = default);

    /// <summary>Lifts one; nothing happens where it holds no longer.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancel">Stops.</param>
    Task LiftAsync(Guid id, CancellationToken cancel = default);

    /// <summary>Those that stand on a person.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlyList<PrivacyHold>> StandingAsync(string subject, string subjectId, CancellationToken cancel = default);
}
