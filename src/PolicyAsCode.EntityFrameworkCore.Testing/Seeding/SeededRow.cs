using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>A row that a proof has put in: what is in it, and what it refers to.</summary>
internal sealed class SeededRow(IEntityType type, object instance)
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    public IEntityType Type { get; } = type;

    public object Instance { get; } = instance;

    /// <summary>What reports and receipts call it.</summary>
    public string Entity => Type.HasSharedClrType ? Type.ShortName() : Type.ClrType.Name.Split('`')[0];

    /// <summary>When its events happened.</summary>
    public Moments Moments { get; init; } = Moments.Recent;

    /// <summary>Its values as the model has them; those of complex objects in it too.</summary>
    public Dictionary<IProperty, object?> Values { get; } = [];

    /// <summary>The properties by which it is on legal hold, of the row or of objects that it owns.</summary>
    public HashSet<IProperty> Holding { get; } = [];

    /// <summary>Whether it is the record of a person on whom a legal hold stands in the run time's own table.</summary>
    public bool IsOfHeldPerson { get; set; }

    /// <summary>What it refers to, by reference.</summary>
    public Dictionary<Relation, SeededRow> Links { get; } = [];

    /// <summary>References that can only be filled once both rows are there.</summary>
    public Dictionary<Relation, SeededRow> LateLinks { get; } = [];

    /// <summary>The row that owns it, by which navigation, and at which place of a collection; null for a row of its own.</summary>
    public (SeededRow Owner, INavigation Navigation, int Index)? Owner { get; init; }

    /// <summary>The objects that it owns.</summary>
    public List<SeededRow> Owned { get; } = [];

    /// <summary>Its place in a table.</summary>
    public string KeyIn(ITableBase table)
    {
        var name = Dump.NameOf(table);
        if (_keys.TryGetValue(name, out var key))
            return key;

        var mapping = Type.GetTableMappings().First(mapping => mapping.Table == table);
        var columns = ((ITable)table).PrimaryKey!.Columns;
        return _keys[name] = Dump.KeyOf(columns.Select(column =>
        {
            var property = mapping.ColumnMappings.First(found => found.Column == column).Property;
            return Dump.Text(Stored(property, Values[property]));
        }));
    }

    /// <summary>The tables in which it lies, and where.</summary>
    public IEnumerable<(string Table, string Key)> Places => Owner is { } owner && Type.IsMappedToJson()
        ? owner.Owner.Places
        : Type.GetTableMappings().Select(mapping => (Dump.NameOf(mapping.Table), KeyIn(mapping.Table)));

    /// <summary>Whether it is there: in all of its tables.</summary>
    public bool IsIn(Dump dump) => Places.All(place => dump.Find(place.Table, place.Key) is not null);

    /// <summary>What the database has of a property; null is NULL, and so is a row that is not there.</summary>
    public string? Cell(IProperty property, Dump dump)
    {
        if (JsonCell.IsJson(this, property))
            return JsonCell.Read(this, property, dump);
        return Column(property) is { } found ? dump.Find(found.Table, found.Key)?.Cells[found.Column] : null;
    }

    /// <summary>Where a property lies: table, key, column.</summary>
    public (string Table, string Key, string Column)? Column(IProperty property)
    {
        foreach (var mapping in Type.GetTableMappings())
            if (mapping.ColumnMappings.FirstOrDefault(found => found.Property == property) is { } column)
                return (Dump.NameOf(mapping.Table), KeyIn(mapping.Table), column.Column.Name);
        // A complex object's properties are mapped by their own type.
        foreach (var column in property.GetTableColumnMappings())
            if (Type.GetTableMappings().FirstOrDefault(mapping => mapping.Table == column.TableMapping.Table) is { } mapping)
                return (Dump.NameOf(mapping.Table), KeyIn(mapping.Table), column.Column.Name);
        return null;
    }

    /// <summary>The value of a property at the moment of a dump: what was put in, unless it has been emptied since.</summary>
    public object? ValueIn(Dump dump, IProperty property) =>
        Cell(property, dump) is null ? null : Values.GetValueOrDefault(property);

    /// <summary>What it refers to at the moment of a dump, by the name of the foreign key.</summary>
    public SeededRow? LinkIn(Dump dump, string key) =>
        Links.FirstOrDefault(link => link.Key.Name == key) is { Key: { } found, Value: { } principal }
        && found.Properties.All(property => Cell(property, dump) is not null)
            ? principal
            : null;

    /// <summary>What an event of the row, or of an object that it owns, holds at the moment of a dump.</summary>
    public object? EventIn(Dump dump, string name)
    {
        var way = name.Split('.');
        var at = this;
        foreach (var step in way[..^1])
            if (at?.Owned.FirstOrDefault(owned => owned.Owner!.Value.Navigation.Name == step) is { } owned)
                at = owned;
            else
                return null;
        return at!.Type.FindProperty(way[^1]) is { } property ? at.ValueIn(dump, property) : null;
    }

    /// <summary>The row at the end of a way; null where the way breaks off.</summary>
    public SeededRow? Follow(Dump dump, IEnumerable<ReferenceFacts> way)
    {
        var at = this;
        foreach (var hop in way)
        {
            at = at.LinkIn(dump, hop.Properties);
            if (at is null || !at.IsIn(dump))
                return null;
        }

        return at;
    }

    /// <summary>A value as the provider stores it.</summary>
    public static object? Stored(IProperty property, object? value) =>
        value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    public override string ToString()
    {
        var key = Type.FindPrimaryKey()?.Properties.Select(property => Dump.Text(Values.GetValueOrDefault(property)));
        return $"{Type.ShortName()} {string.Join('/', key ?? [])}";
    }
}
