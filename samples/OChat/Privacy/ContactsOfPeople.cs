using Microsoft.EntityFrameworkCore;
using OChat.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Privacy;

/// <summary>The registered address of a person, to which what happens to their request is sent.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class ContactsOfPeople(OChatContext ochat) : ISubjectContacts
{
    public async Task<SubjectContact?> FindAsync(
        string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        if (!kinds.Contains("email") || !Guid.TryParse(subjectId, out var id))
            return null;

        var address = subject == Subjects.User
            ? await ochat.Users.Where(user => user.Id == id).Select(user => user.Email).SingleOrDefaultAsync(cancel)
            : await ochat.Customers.Where(customer => customer.Id == id).Select(customer => customer.Email).SingleOrDefaultAsync(cancel);
        return address is null ? null : new SubjectContact("email", address, "en");
    }
}
