using Alpokat.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Privacy;

/// <summary>The registered address of a person, to which what happens to their request is sent, in Indonesian.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class ContactsOfPeople(AlpokatContext alpokat) : ISubjectContacts
{
    public async Task<SubjectContact?> FindAsync(
        string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        if (!kinds.Contains("email") || !Guid.TryParse(subjectId, out var id))
            return null;

        var address = subject == Subjects.Merchant
            ? await alpokat.Merchants.Where(known => known.Id == id).Select(known => known.Email).SingleOrDefaultAsync(cancel)
            : await alpokat.Customers.Where(known => known.Id == id).Select(known => known.Email).SingleOrDefaultAsync(cancel);
        return address is null ? null : new SubjectContact("email", address, "id");
    }
}
