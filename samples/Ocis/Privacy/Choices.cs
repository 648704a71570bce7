using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>What somebody agreed to, objected to, or had restricted: asked before each use, in one place [OCIS-5.4, OCIS-5.6].</summary>
public sealed class Choices(IConsents consents, IRestrictions restrictions)
{
    /// <summary>Nobody objected, and nothing is restricted.</summary>
    public async Task<bool> AllowAsync(Guid userId, string purpose, CancellationToken cancel) =>
        await restrictions.HasNotObjectedAsync(Subjects.User, userId.ToString(), purpose, cancel)
        && await restrictions.IsUnrestrictedAsync(Subjects.User, userId.ToString(), purpose, cancel);

    /// <summary>The person agreed as well.</summary>
    public async Task<bool> AgreeAsync(Guid userId, string purpose, CancellationToken cancel) =>
        await consents.IsGivenAsync(Subjects.User, userId.ToString(), purpose, cancel)
        && await AllowAsync(userId, purpose, cancel);

    /// <summary>Of a visitor without an account nobody knows an objection: they are asked by the cookie's banner.</summary>
    [Gate(Gates.NoObjection)]
    public async Task<bool> AllowAsync(Guid? userId, string purpose, CancellationToken cancel) =>
        userId is not { } known || await AllowAsync(known, purpose, cancel);

    /// <summary>Whose data must not be used for a purpose: to leave them out of a list by one question.</summary>
    public Task<IReadOnlySet<string>> LeftOutAsync(string purpose, CancellationToken cancel) =>
        restrictions.SubjectsAsync(Subjects.User, purpose, cancel);
}
