using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The rows of people whom a record names by kind and key, and not over a row of theirs: who acts, and whom the application
/// states. By their row it is found that they were erased since.
/// </summary>
internal sealed class PersonRoots
{
    private static readonly ConditionalWeakTable<IModel, PersonRoots> s_all = [];

    private readonly DbContext? _db;
    private readonly ILookup<string, PersonWay> _roots;

    private PersonRoots(DbContext? db, ILookup<string, PersonWay> roots) => (_db, _roots) = (db, roots);

    public static PersonRoots Of(DbContext db)
    {
        var facts = AuditTrail.Of(db)?.Facts;
        var known = s_all.GetValue(db.Model, model => new(null, (facts?.Entities ?? [])
            .Where(entity => entity is { Subject: not null, Path.IsEmpty: true })
            .Select(entity => (Kind: entity.Subject!, Type: model.FindEntityType(entity.Type)?.GetRootType()))
            .Where(root => root.Type?.FindPrimaryKey() is not null).Distinct()
            .ToLookup(root => root.Kind, root => PersonWay.Of(root.Type!, root.Kind, [])!, StringComparer.Ordinal)));
        return new(db, known._roots);
    }

    /// <summary>The person with the way to their row; as they are where the kind has none, or several, or the text is no key of it.</summary>
    public MentionedPerson Resolve(MentionedPerson person)
    {
        if (person.Way is not null || _roots[person.Kind].Take(2).ToList() is not [var way])
            return person;
        try
        {
            return SubjectKey.Find(_db!, way.Root.ClrType, person.Id) is { } key
                ? person with { Way = way, Spot = new(0, key) }
                : person;
        }
        catch (NotSupportedException)
        {
            return person;
        }
    }
}
