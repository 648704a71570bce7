using Microsoft.Extensions.Options;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// How many copies are written at a time: each reads all that is known of somebody, in one transaction, for as long as
/// whoever fetches it takes to read it.
/// </summary>
internal sealed class CopyLimits(IOptions<PrivacyRequestPagesOptions> options)
{
    private readonly HashSet<(string Subject, string SubjectId)> _people = [];

    /// <summary>Begins one; false where one of the person is written already, or too many of others are.</summary>
    public bool TryBegin(PrivacyCopy copy)
    {
        lock (_people)
            return _people.Count < options.Value.CopiesAtOnce && _people.Add((copy.Subject, copy.SubjectId));
    }

    /// <summary>Ends one that was begun.</summary>
    public void End(PrivacyCopy copy)
    {
        lock (_people)
            _people.Remove((copy.Subject, copy.SubjectId));
    }
}
