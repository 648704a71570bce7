using Microsoft.EntityFrameworkCore;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Privacy;

/// <summary>The address on record, to which what happens to a request is sent.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class ContactsOfPeople(OcisContext ocis) : ISubjectContacts
{
    public async Task<SubjectContact?> FindAsync(
        string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        if (!kinds.Contains("email") || !Guid.TryParse(subjectId, out var id))
            return null;

        var address = subject == Subjects.Applicant
            ? await ocis.PendingAddresses.Where(row => row.Id == id).Select(row => row.Email).SingleOrDefaultAsync(cancel)
            : await ocis.Users.Where(user => user.Id == id).Select(user => user.Email).SingleOrDefaultAsync(cancel);
        return address is null ? null : new SubjectContact("email", address, "en");
    }
}
