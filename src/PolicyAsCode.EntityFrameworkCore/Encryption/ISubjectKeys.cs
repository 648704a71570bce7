namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The keys of people, outside of the database and of its backups: what has been sealed by a key that is gone cannot be
/// read by anybody, wherever a copy of it lies. EF Core opens values synchronously, and so everything here is; a store
/// that asks another machine keeps what it got for a short while.
/// </summary>
public interface ISubjectKeys
{
    /// <summary>The key that seals what belongs to a person; made where there is none. Two callers get the same.</summary>
    /// <param name="subject">The person.</param>
    SealingKey Obtain(PrivacySubject subject);

    /// <summary>A key by its name; null where it is gone.</summary>
    /// <param name="keyId">The name.</param>
    SealingKey? Find(string keyId);

    /// <summary>All keys of a person, the oldest first; the last one seals.</summary>
    /// <param name="subject">The person.</param>
    IReadOnlyList<SubjectKeyState> List(PrivacySubject subject);

    /// <summary>Makes a new key that seals from now on. The older ones still open, until they are deleted.</summary>
    /// <param name="subject">The person; without a key they get their first.</param>
    /// <param name="once">Names the occasion: asked again for the same one, it makes no further key.</param>
    SealingKey Rotate(PrivacySubject subject, string? once = null);

    /// <summary>
    /// Lets the key that seals seal no longer, as a rotation does, but makes no new one: whoever <see cref="Obtain"/>s
    /// one next gets another. An erasure begins with it, so that it deletes no key that somebody still seals by. All keys
    /// of the person are <see cref="SubjectKeyState.IsRetired"/> from then on.
    /// </summary>
    /// <param name="subject">The person; without a key nothing happens.</param>
    /// <param name="once">Names the occasion: asked again for the same one, a key made since then goes on sealing.</param>
    void Retire(PrivacySubject subject, string once);

    /// <summary>Deletes all keys of a person. What they sealed is lost, in backups too.</summary>
    /// <param name="subject">The person.</param>
    /// <returns>Whether there was one.</returns>
    bool Delete(PrivacySubject subject);

    /// <summary>Deletes a key that seals no longer, after what it sealed has been sealed anew.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="keyId">The key's name.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">It is the key that seals.</exception>
    bool DeleteSuperseded(PrivacySubject subject, string keyId);

    /// <summary>The superseded keys of everybody: what they sealed is still to be sealed anew.</summary>
    IEnumerable<SubjectKeyState> Superseded();

    /// <summary>The key of the blind indexes, which belongs to nobody and stays; made where there is none.</summary>
    ReadOnlyMemory<byte> IndexKey();
}
