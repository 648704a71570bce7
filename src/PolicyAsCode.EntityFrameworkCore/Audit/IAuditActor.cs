namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Says who acts: the application's, by the user that it has signed in.</summary>
public interface IAuditActor
{
    /// <summary>Who acts now; null where nobody does, and the program itself is recorded.</summary>
    AuditActor? Current { get; }

    /// <summary>
    /// For which purposes, where something else than <see cref="IAuditTrail.For"/> says so: the <c>[Purpose]</c> of the
    /// endpoint that runs. Empty where nothing does.
    /// </summary>
    IReadOnlyList<string> Purposes => [];
}
