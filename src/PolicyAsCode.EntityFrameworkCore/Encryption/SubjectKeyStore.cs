namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The last step of an erasure: the person's keys go, and with them whatever backups and copies still hold. It runs from
/// the outbox, after the transaction that erased the rows has committed: one that was rolled back leaves the keys, and a
/// request is not reported as done before they are gone.
/// </summary>
/// <remarks>
/// Rows that the law keeps may hold values of the same keys. These are sealed anew under a key that was made for this
/// erasure (asked again, no further one is made); the keys of before go when their grace is over, and until then the
/// outbox tries again. Deleting an account can be stopped anywhere: every step is looked at anew.
/// </remarks>
internal sealed class SubjectKeyStore(ISubjectKeys keys, SubjectKeyRotation rotation) : ISubjectDataStore
{
    /// <summary>The name in the outbox and on receipts.</summary>
    public const string StoreName = "subject-keys";

    public string Name => StoreName;

    public async Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel)
    {
        var person = new PrivacySubject(subject, subjectId);
        if (!await rotation.IsUsedAsync(keys.List(person), cancel).ConfigureAwait(false))
        {
            // Also without a key in the list: what a crash has left of a deletion goes now.
            keys.Delete(person);
            return;
        }

        keys.Rotate(person, once: idempotencyKey);
        var report = await rotation.RenewAsync(person, cancel).ConfigureAwait(false);
        if (report.Waiting > 0)
            throw new SubjectKeysInUseException(report.Waiting);
    }

    /// <summary>A key is not data of a person's that a copy could show.</summary>
    public async Task ExportAsync(string subject, string subjectId, Stream utf8Json, CancellationToken cancel) =>
        await utf8Json.WriteAsync("{}"u8.ToArray(), cancel).ConfigureAwait(false);
}
