namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The last step of an erasure: the person's keys go, and with them whatever backups and copies still hold. It runs from
/// the outbox, after the transaction that erased the rows has committed: one that was rolled back leaves the keys, and a
/// request is not reported as done before they are gone.
/// </summary>
/// <remarks>
/// The key that seals is retired first, and no key goes before its grace is over: another process may seal by it until
/// then. Rows that hold values of these keys afterwards, because the law keeps them or somebody wrote them meanwhile, are
/// sealed anew under a key that is made for them. Each key is deleted by its name, after no value of it was found: a key
/// that nobody looked for stays. Until all of that is done the outbox tries again; every step is looked at anew.
/// </remarks>
internal sealed class SubjectKeyStore(SubjectKeyRotation rotation) : ISubjectDataStore
{
    /// <summary>The name in the outbox and on receipts.</summary>
    public const string StoreName = "subject-keys";

    public string Name => StoreName;

    public async Task EraseAsync(string subject, string subjectId, string idempotencyKey, CancellationToken cancel)
    {
        var waiting = await rotation.EraseAsync(new(subject, subjectId), idempotencyKey, cancel).ConfigureAwait(false);
        if (waiting > 0)
            throw new SubjectKeysInUseException(waiting);
    }

    /// <summary>A key is not data of a person's that a copy could show.</summary>
    public async Task ExportAsync(string subject, string subjectId, Stream utf8Json, CancellationToken cancel) =>
        await utf8Json.WriteAsync("{}"u8.ToArray(), cancel).ConfigureAwait(false);
}
