using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>What an application brings: an erasure as the generator writes it, addresses, corrections.</summary>
internal sealed class DeskErasure(DeskContext db, TimeProvider time) : ISubjectErasure
{
    private static readonly RetentionCalendar s_calendar = RetentionCalendar.In("Asia/Jakarta");

    public IReadOnlyCollection<string> Subjects => ["customer"];

    public string Canonical(string subject, string subjectId) => Guid.TryParse(subjectId, out var id)
        ? id.ToString()
        : throw new ArgumentException("no key", nameof(subjectId));

    public Task<ErasureReceipt> EraseAsync(
        string subject, string subjectId, ErasureOptions? options, CancellationToken cancel)
    {
        var id = Guid.Parse(subjectId);
        return ErasureRun.RunAsync(db, s_calendar, time.GetUtcNow(), subject, id.ToString(), options, async (run, stop) =>
        {
            if (!await run.FindsAsync(db.People.IgnoreQueryFilters().Where(person => person.Id == id), stop))
                return ErasureOutcome.NothingFound;
            await run.EraseAsync(Rule("DeskNote"), db.Notes.Where(note => note.PersonId == id), stop);
            await run.EraseAsync(Rule("DeskPerson"), db.People.Where(person => person.Id == id), stop);
            return ErasureOutcome.Erased;
        }, cancel);

        static PrivacyRule Rule(string entity) => new(entity, PrivacyAction.Erased, [], "asked for", ["D-1"], "desk.policy.yaml:1");
    }
}

/// <summary>Who fetches a copy in these tests writes it by itself.</summary>
internal sealed class DeskExport : ISubjectExport
{
    public IReadOnlyCollection<string> Subjects => ["customer"];

    public Task<ExportReceipt> ExportAsync(
        string subject, string subjectId, Stream utf8Json, ExportOptions? options, CancellationToken cancel) =>
        throw new NotSupportedException();
}

internal sealed class DeskContacts(DeskContext db) : ISubjectContacts
{
    public async Task<SubjectContact?> FindAsync(
        string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var id = Guid.Parse(subjectId);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        return person is { Email.Length: > 0 } ? new("email", person.Email) : null;
    }
}

internal sealed class DeskRectification(DeskContext db) : ISubjectRectification
{
    /// <summary>What a letter would ask the new address for; nothing of it is written here.</summary>
    public const string Address = "DeskPerson.Address";

    public IReadOnlyCollection<string> ConfirmedFirst => [Address];

    public async Task<IReadOnlyList<string>> CorrectAsync(
        string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel)
    {
        var id = Guid.Parse(subjectId);
        var person = await db.People.SingleAsync(one => one.Id == id, cancel);
        var changed = new List<string>();
        foreach (var correction in corrections)
        {
            if (correction.Field == Address)
            {
                changed.Add(Address);
                continue;
            }

            if (correction.Field != "DeskPerson.Name")
                throw new InvalidOperationException("no such field");
            if (person.Name == correction.Value)
                continue;
            person.Name = correction.Value;
            changed.Add(correction.Field);
        }

        await db.SaveChangesAsync(cancel);
        return changed;
    }
}
