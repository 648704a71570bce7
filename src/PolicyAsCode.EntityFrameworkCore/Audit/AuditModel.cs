using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Which rows and fields of a model are recorded.</summary>
internal sealed class AuditModel
{
    private readonly Dictionary<IReadOnlyTypeBase, AuditedRow> _rows = [];
    private readonly ConcurrentDictionary<IEntityType, IReadOnlyList<AuditedRow>> _cascades = [];
    private readonly ILookup<string, (AuditedRow Row, AuditedField Field)> _members;
    private readonly ILookup<string, (AuditedRow Row, Type Owner, string Prefix)> _objects;

    public AuditModel(IModel model, AuditFacts facts, bool everything)
    {
        foreach (var about in facts.Entities.GroupBy(entity => entity.Type))
            if (model.FindEntityType(about.Key) is { } type && AuditedRow.Of(type, about, everything) is { } row)
                _rows.Add(type, row);
        _members = _rows.Values.SelectMany(row => row.Fields.Select(field => (row, field)))
            .ToLookup(pair => pair.field.Steps[^1], StringComparer.Ordinal);
        _objects = _rows.Values.SelectMany(row => row.Fields.SelectMany(field => field.Objects(row)))
            .Distinct().ToLookup(found => found.Prefix[(found.Prefix.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
    }

    public IEnumerable<AuditedRow> Rows => _rows.Values;

    public AuditedRow? Of(IReadOnlyTypeBase type) => _rows.GetValueOrDefault(type);

    /// <summary>The rows that a set of this class holds: its own, and those of what derives from it.</summary>
    public IEnumerable<AuditedRow> Within(Type entity) => _rows.Values.Where(row => entity.IsAssignableFrom(row.Type.ClrType));

    /// <summary>The fields that a member of an expression can mean.</summary>
    public IEnumerable<(AuditedRow Row, AuditedField Field)> Members(string name, Type of) =>
        _members[name].Where(found => found.Field.Owner is { } owner && IsSame(of, owner));

    /// <summary>The fields in the object that a member of an expression can mean.</summary>
    public IEnumerable<(AuditedRow Row, AuditedField Field)> Objects(string name, Type of) =>
        _objects[name].Where(found => IsSame(of, found.Owner)).SelectMany(found => found.Row.Fields
            .Where(field => field.Name.StartsWith(found.Prefix + ".", StringComparison.Ordinal))
            .Select(field => (found.Row, field)));

    /// <summary>The rows that the database deletes together with one of an entity.</summary>
    public IReadOnlyList<AuditedRow> CascadesFrom(IEntityType entity) => _cascades.GetOrAdd(entity, from =>
    {
        var reached = new HashSet<IEntityType>();
        var open = new Stack<IEntityType>([from]);
        while (open.TryPop(out var at))
            foreach (var key in at.GetReferencingForeignKeys().Where(key => key is { IsOwnership: false, DeleteBehavior: DeleteBehavior.Cascade }))
                foreach (var type in key.DeclaringEntityType.GetDerivedTypesInclusive())
                    if (reached.Add(type))
                        open.Push(type);
        return [.. reached.Select(Of).OfType<AuditedRow>()];
    });

    private static bool IsSame(Type of, Type owner) => of != typeof(object) && (of.IsAssignableFrom(owner) || owner.IsAssignableFrom(of));
}
