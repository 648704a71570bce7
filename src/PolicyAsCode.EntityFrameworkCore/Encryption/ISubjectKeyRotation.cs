namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Replaces keys: what they sealed is sealed anew in batches, and then they are deleted.</summary>
public interface ISubjectKeyRotation
{
    /// <summary>
    /// Seals what superseded keys have sealed anew, in all contexts that are registered, and deletes each key that has
    /// nothing left and whose grace is over. Stopped anywhere, it goes on where it was the next time; two at once do no harm.
    /// </summary>
    /// <param name="cancel">Stops between two batches.</param>
    /// <returns>How many values were sealed anew, and how many keys were deleted.</returns>
    Task<SubjectKeyRotationReport> RunAsync(CancellationToken cancel = default);

    /// <summary>Gives a person a new key and seals everything of theirs anew. The older keys go when their grace is over.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="cancel">Stops; the next <see cref="RunAsync"/> goes on.</param>
    Task<SubjectKeyRotationReport> RotateAsync(PrivacySubject subject, CancellationToken cancel = default);
}
