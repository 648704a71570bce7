using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What people are called in the trail.</summary>
internal sealed class AuditPeople(DbContext db, bool isAsync, CancellationToken cancel)
{
    private const int SaltBytes = 32;

    /// <summary>The rows of a person: two transactions that met them at once have made one each.</summary>
    public static IQueryable<PrivacyAuditPerson> Of(DbContext db, string kind, string id)
    {
        var key = AuditText.Key(id);
        return db.Set<PrivacyAuditPerson>().IgnoreQueryFilters().Where(person => person.Kind == kind && person.SubjectId == key);
    }

    /// <summary>A keyed hash: nobody finds another person for a pseudonym, and nobody guesses who it is without the salt.</summary>
    public static string Pseudonym(string kind, string id, byte[] salt) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{kind}\0{id}")));

    /// <summary>
    /// The pseudonyms of people; who has none yet gets one. Who was found by a row that is gone by now gets none: their
    /// erasure has taken their name out of the trail, and a late record must not bring it back.
    /// </summary>
    public async ValueTask<Dictionary<(string Kind, string Id), string>> NamesAsync(IReadOnlyList<MentionedPerson> people)
    {
        var names = new Dictionary<(string, string), string>();
        foreach (var kind in people.GroupBy(person => person.Kind, StringComparer.Ordinal))
        {
            var ids = kind.Select(person => person.Id).ToList();
            var query = db.Set<PrivacyAuditPerson>().IgnoreQueryFilters().AsNoTracking()
                .Where(person => person.Kind == kind.Key && ids.Contains(person.SubjectId))
                .Select(person => new { person.SubjectId, person.Pseudonym }).OrderBy(person => person.Pseudonym);
            var known = isAsync ? await query.ToListAsync(cancel).ConfigureAwait(false) : query.ToList();
            foreach (var person in known)
                names.TryAdd((kind.Key, person.SubjectId), person.Pseudonym);
        }

        var missing = people.Where(person => !names.ContainsKey((person.Kind, person.Id))).ToList();
        var there = await new PersonFinder(db, isAsync, cancel).WhoIsThereAsync(missing).ConfigureAwait(false);
        var rows = missing.Where(there.Contains).Select(person =>
        {
            var salt = RandomNumberGenerator.GetBytes(SaltBytes);
            return new PrivacyAuditPerson
            {
                Pseudonym = Pseudonym(person.Kind, person.Id, salt), Kind = person.Kind, SubjectId = person.Id, Salt = salt, Since = person.Since,
            };
        }).ToList();
        await db.InsertRowsAsync(rows, isAsync, cancel).ConfigureAwait(false);
        foreach (var row in rows)
            names.Add((row.Kind, row.SubjectId), row.Pseudonym);
        return names;
    }
}
