using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>Where a customer is reached about a request: by the registered email, or else by text message [JOVA-3.6].</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class CustomerContacts(ShopContext shop) : ISubjectContacts
{
    private const string Language = "id";

    public async Task<SubjectContact?> FindAsync(
        string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var id = Guid.Parse(subjectId);
        var customer = await shop.Customers.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancel);
        if (customer?.Email is { Length: > 0 } email)
            return new SubjectContact("email", email, Language);
        return customer?.Phone is { Length: > 0 } phone ? new SubjectContact("sms", phone, Language) : null;
    }
}
