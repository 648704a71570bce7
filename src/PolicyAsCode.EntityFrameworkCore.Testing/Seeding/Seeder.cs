using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;
using PolicyAsCode.EntityFrameworkCore.Testing.OwnTables;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>
/// Fills a database of any model with people and what belongs to them: rows of every table, with events at the last and the
/// first moment around the end of each time, rows that are hidden, on legal hold, half empty, shared by two people or
/// nobody's. What identifies somebody carries marks that occur nowhere else.
/// </summary>
internal sealed class Seeder
{
    private readonly ModelFacts _facts;
    private readonly Households _households;
    private readonly DateTimeOffset _now;
    private readonly Marks _marks = new();
    private readonly ValueMaker _values;
    private readonly FilterValues _filters;
    private readonly Dictionary<object, HashSet<string>> _taken = [];
    private readonly OwnRows _own;
    private int _turn;

    public Seeder(ModelFacts facts, DateTimeOffset now)
    {
        (_facts, _now) = (facts, now);
        _households = new(facts);
        _values = new(_marks, now);
        _filters = new(facts.Model);
        _own = new(facts, now);
    }

    public List<SeededRow> Rows { get; } = [];

    public List<Person> People { get; } = [];

    /// <summary>What was put into the run time's own tables.</summary>
    public IReadOnlyList<OwnRow> OwnRows => _own.Rows;

    /// <summary>Puts everything in: first all rows, then the references that wait for both ends.</summary>
    public async Task SeedAsync(DbContext db, CancellationToken cancel = default)
    {
        Plan(db);
        foreach (var row in Rows)
            Add(db, row);
        await db.SaveChangesAsync(cancel).ConfigureAwait(false);
        foreach (var row in Rows)
            foreach (var (key, principal) in row.LateLinks)
            {
                Link(Entry(db, row), key, principal);
                row.Links[key] = principal;
            }
        await db.SaveChangesAsync(cancel).ConfigureAwait(false);
        foreach (var row in Rows)
            Remember(db, row);
        foreach (var row in Rows.Where(row => row.IsOfHeldPerson))
            db.Add(Order(db, row));
        db.AddRange(_own.Make());
        await db.SaveChangesAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>A legal hold on whom a record is of, in the run time's own table.</summary>
    private PrivacyHold Order(DbContext db, SeededRow record)
    {
        var type = _facts.RecordOf(record.Type);
        var id = SubjectKey.Text(db, type, [.. record.Type.FindPrimaryKey()!.Properties.Select(property => record.Values[property]!)]);
        return new(Guid.CreateVersion7(_now), _facts.HoldName(record.Type)!, id, "a dispute", _now.AddYears(-1), until: null);
    }

    /// <summary>A text that is found nowhere else.</summary>
    public string Mark() => _marks.Next();

    /// <summary>The key of a record that is not there.</summary>
    public IReadOnlyDictionary<IProperty, object?> Stranger(IEntityType record) =>
        record.FindPrimaryKey()!.Properties.ToDictionary(property => property, _values.Make);

    private void Plan(DbContext db)
    {
        var pool = _households.Types.Where(type => !_households.IsMember(type)).ToList();
        foreach (var type in Sorted(pool))
            for (var i = 0; i < 2; i++)
                New(db, type, null, null, i);
        foreach (var record in Sorted(_households.Records))
            Records(db, record);
        foreach (var person in People.ToList())
            Belongings(db, person);
        foreach (var type in pool)
            foreach (var person in People.Where(person => person.Role is Roles.First or Roles.Second or Roles.Referred).ToList())
                if (_facts.Relations(type).Where(key => !key.IsRequired)
                    .Any(key => person.Rows.Any(row => key.Principal.IsAssignableFrom(row.Type))))
                    New(db, type, person, null, _turn++);
        Orphans(db);
        Circles();
    }

    /// <summary>Each kind of person, once for each thing that can be different about one.</summary>
    private void Records(DbContext db, IEntityType record)
    {
        var subject = _facts.Records[record];
        var members = _households.Of(record);
        Person(Roles.First, Moments.Recent);
        Person(Roles.Second, Moments.Recent);
        Person(Roles.Referred, Moments.Ancient);
        Person(Roles.ReferredByHeld, Moments.Ancient);
        if (_facts.HoldName(record) is not null)
            Person(Roles.ReferredByHeldPerson, Moments.Ancient);
        Person(Roles.WithOldThings, Moments.Ancient);
        foreach (var (sight, role) in new[] { (Sight.Hidden, Roles.Hidden), (Sight.Elsewhere, Roles.Elsewhere) })
            if (_filters.Tells(record, sight) || (sight == Sight.Hidden && members.Any(member => _filters.Tells(member.Type, sight))))
                Person(role, Moments.Recent);
        foreach (var type in members.Select(member => member.Type).Prepend(record))
            foreach (var hold in _facts.Holds(type))
                Person(Roles.Held(type, hold), Moments.Ancient);
        // What is held keeps what it refers to: a row alone shows whether the hold reaches that row itself.
        foreach (var hold in HoldsOn(record))
            foreach (var role in members.Select(member => Roles.HeldWithOnly(hold, member.Type)).Append(Roles.HeldWithNothing(hold)))
                Person(role, Moments.Ancient);
        if (_facts.HoldName(record) is not null)
            Person(Roles.OnHoldByName, Moments.Ancient);
        foreach (var member in members)
        {
            Person(Roles.Only(member.Type), Moments.Ancient);
            // Of what is over, each kind alone, which nothing else keeps; and one that is new among what hangs on it and is over.
            Person(Roles.OldOnly(member.Type), Moments.Ancient);
            if (members.Any(other => other.Type != member.Type && other.Key.Principal.IsAssignableFrom(member.Type)))
                Person(Roles.NewAmongOld(member.Type), Moments.Ancient);
        }
        foreach (var moments in Moments.All(_facts, record, _now))
            Person(Roles.Bare, moments);
        Person(Roles.Empty, Moments.Ancient);
        if (People.Any(person => person.Record.Type == record && IsHeld(person))
            && (members.Any(member => _facts.Relations(member.Type).Any(key => !key.IsRequired && key.IsToItself(member.Type)))
                || members.Any(member => _facts.Relations(record).Any(key => !key.IsRequired && key.Principal.IsAssignableFrom(member.Type)))))
        {
            Person(Roles.AnsweredByHeld, Moments.Ancient);
            if (_facts.HoldName(record) is not null)
                Person(Roles.AnsweredByHeldPerson, Moments.Ancient);
        }

        void Person(string role, Moments moments)
        {
            if (New(db, record, null, null, _turn++, moments, Roles.Sight(role), isEmpty: role == Roles.Empty, role: role) is not { } row)
                return;
            if (_facts.Holds(record).FirstOrDefault(hold => Roles.IsHeld(role, Roles.Held(record, hold))) is { } held)
                Hold(row, held);
            row.IsOfHeldPerson = Roles.IsHeld(role, Roles.OnHoldByName);
            People.Add(new(subject, role, row));
        }
    }

    /// <summary>The ways to be on hold oneself: by each property of the record, and by an order on the person.</summary>
    private IEnumerable<string> HoldsOn(IEntityType record) => _facts.Holds(record).Select(hold => Roles.Held(record, hold))
        .Concat(_facts.HoldName(record) is null ? [] : [Roles.OnHoldByName]);

    private void Belongings(DbContext db, Person person)
    {
        if (person.Role is Roles.Bare or Roles.Empty or Roles.Referred or Roles.ReferredByHeld or Roles.ReferredByHeldPerson
            || HoldsOn(person.Record.Type).Any(hold => Roles.HeldWithNothing(hold) == person.Role))
            return;
        var members = _households.Of(person.Record.Type);
        var only = members.Select(member => member.Type).FirstOrDefault(type => Roles.Only(type) == person.Role);
        var oldOnly = members.Select(member => member.Type).FirstOrDefault(type => Roles.OldOnly(type) == person.Role
            || HoldsOn(person.Record.Type).Any(hold => Roles.HeldWithOnly(hold, type) == person.Role));
        var isAmongOld = members.Any(member => Roles.NewAmongOld(member.Type) == person.Role);
        var needed = (only ?? oldOnly) is { } alone ? Needed(alone, members) : null;
        foreach (var (type, way) in members)
        {
            if (needed is not null && !needed.Contains(type))
                continue;
            var all = Moments.All(_facts, type, _now).ToList();
            foreach (var key in Ways(type, way))
            {
                var parents = person.Rows.Where(row => key.Principal.IsAssignableFrom(row.Type)).ToList();
                var full = person.Role is Roles.First or Roles.Second && key == way;
                for (var at = 0; at < parents.Count; at++)
                {
                    var moments = person.Role switch
                    {
                        _ when type == only || Roles.NewAmongOld(type) == person.Role => [Moments.Recent],
                        Roles.WithOldThings or Roles.AnsweredByHeld or Roles.AnsweredByHeldPerson => [Moments.Ancient],
                        _ when needed is not null || isAmongOld || IsHeld(person) => [Moments.Ancient],
                        Roles.Hidden or Roles.Elsewhere => [Moments.Ancient, Moments.Recent],
                        _ when !full => [Moments.Ancient, Moments.Recent],
                        _ when all.Count * parents.Count <= 160 => all,
                        _ => new[] { 0, 1, 2 }.Select(i => all[(at * 3 + i) % all.Count]),
                    };
                    var list = key.IsUnique ? [moments.ElementAt((at + _turn) % moments.Count())] : moments.ToList();
                    foreach (var moment in list)
                        Child(key, parents[at], moment, false);
                    if (full && !key.IsUnique && at == 0)
                        foreach (var moment in new[] { Moments.Ancient, Moments.Recent })
                            Child(key, parents[at], moment, isEmpty: true);
                }
            }

            void Child(Relation key, SeededRow parent, Moments moment, bool isEmpty)
            {
                if (New(db, type, person, (key, parent), _turn++, moment, Roles.Sight(person.Role), isEmpty) is not { } row)
                    return;
                person.Rows.Add(row);
                if (_facts.Holds(type).FirstOrDefault(hold => Roles.Held(type, hold) == person.Role) is { } held)
                    Hold(row, held);
            }
        }
    }

    private static bool IsHeld(Person person) => person.Role.StartsWith(Roles.OnHold, StringComparison.Ordinal);

    private static void Hold(SeededRow row, IProperty hold)
    {
        row.Holding.Add(hold);
        if (hold.DeclaringType is IEntityType type && !type.IsOwned())
            row.Values[hold] = true;
    }

    /// <summary>The references by which rows of a type hang on somebody: of a message, by its sender and by its receiver.</summary>
    private IEnumerable<Relation> Ways(IEntityType type, Relation way) =>
        _facts.Relations(type).Where(key => key.Principal == way.Principal && key != way)
            .Prepend(way);

    /// <summary>What a type needs above it, and itself.</summary>
    private HashSet<IEntityType> Needed(IEntityType type, IReadOnlyList<(IEntityType Type, Relation Key)> members)
    {
        var needed = new HashSet<IEntityType> { type };
        for (var found = true; found;)
        {
            found = false;
            foreach (var member in members.Where(member => needed.Contains(member.Type)).ToList())
                foreach (var key in _facts.Relations(member.Type).Where(key => key.IsRequired || key == member.Key))
                    foreach (var above in members.Where(above => key.Principal.IsAssignableFrom(above.Type)))
                        found |= needed.Add(above.Type);
        }

        return needed;
    }

    /// <summary>Rows that were somebody's once: their link is cut.</summary>
    private void Orphans(DbContext db)
    {
        foreach (var record in _households.Records)
            foreach (var (type, key) in _households.Of(record).Where(member => !member.Key.IsRequired))
                foreach (var moments in new[] { Moments.Ancient, Moments.Recent })
                    New(db, type, null, null, _turn++, moments, isOrphan: true);
    }

    /// <summary>References of an entity to itself, and back to what came before: within a person, and from one to another.</summary>
    private void Circles()
    {
        foreach (var (row, other) in
            from type in _households.Types
            let rows = Rows.Where(row => row.Type == type).ToList()
            from i in Enumerable.Range(0, rows.Count)
            select (rows[i], rows[(i + rows.Count / 2 + 1) % rows.Count]))
            foreach (var key in _facts.Relations(row.Type)
                .Where(key => !key.IsRequired && !row.Links.ContainsKey(key) && !row.LateLinks.ContainsKey(key)))
            {
                var person = People.FirstOrDefault(person => person.Rows.Contains(row));
                if (key.Principal.IsAssignableFrom(row.Type))
                {
                    var isHeld = person is not null && IsHeld(person);
                    if (_turn++ % 3 != 0 && row != other && !isHeld)
                        Late(row, key, other);
                    else if (isHeld && Answered(person!, row.Type) is { } answered)
                        Late(row, key, answered);
                }
                else if (person is not null && person.Record == row && IsHeld(person)
                    && Answered(person, key.Principal) is { } others)
                    Late(row, key, others);
                else if (person is not null && person.Record == row
                    && person.Rows.FirstOrDefault(own => own != row && key.Principal.IsAssignableFrom(own.Type)) is { } own)
                    Late(row, key, own);
            }

        SeededRow? Answered(Person held, IEntityType type) => People
            .Where(person => person.Role == (held.Record.IsOfHeldPerson ? Roles.AnsweredByHeldPerson : Roles.AnsweredByHeld))
            .SelectMany(person => person.Rows).FirstOrDefault(row => type.IsAssignableFrom(row.Type));

        void Late(SeededRow row, Relation key, SeededRow principal)
        {
            if (!key.IsUnique || Take(key, principal.ToString()))
                row.LateLinks[key] = principal;
        }
    }

    /// <summary>A new row with all that it refers to; null where there can be no further one.</summary>
    private SeededRow? New(
        DbContext db, IEntityType type, Person? person, (Relation Key, SeededRow Parent)? parent, int turn,
        Moments? moments = null, Sight sight = Sight.Seen, bool isEmpty = false, bool isOrphan = false, string role = "")
    {
        var row = new SeededRow(type, Instances.New(type)) { Moments = moments ?? Moments.Recent };
        foreach (var key in _facts.Relations(type))
        {
            if (parent is { } given && given.Key == key)
                row.Links[key] = given.Parent;
            else if (Principal(db, type, key, person, parent, turn, isOrphan, role) is { } principal)
                row.Links[key] = principal;
            else if (key.IsRequired && key.Principal.IsAssignableFrom(type))
                row.Links[key] = row;
            else if (key.IsRequired)
                return null;
        }

        foreach (var property in type.GetProperties().Where(IsFilled))
            row.Values[property] = Value(db, type, property, moments ?? Moments.Recent, sight, isEmpty);
        foreach (var (key, principal) in row.Links)
            for (var i = 0; i < key.Properties.Count; i++)
                if (principal.Values.TryGetValue(key.PrincipalProperties[i], out var value))
                    row.Values[key.Properties[i]] = value;
        foreach (var index in type.GetIndexes().Where(index => index.IsUnique).Select(index => (object)index).Concat(type.GetKeys()))
        {
            var properties = index is IIndex unique ? unique.Properties : ((IKey)index).Properties;
            if (!Unique(row, index, properties))
                return null;
        }

        Rows.Add(row);
        return row;
    }

    private bool Unique(SeededRow row, object index, IReadOnlyList<IProperty> properties)
    {
        for (var attempt = 0; attempt < 40; attempt++)
        {
            var values = properties.Select(property => row.Values.GetValueOrDefault(property)).ToList();
            if (values.Any(value => value is null) || Take(index, string.Join('|', values.Select(Dumps.Dump.Text))))
                return true;
            var free = properties.Where(property => !_facts.IsReference(property) && !_facts.Anchors.ContainsKey(property)).ToList();
            if (free.Count == 0)
                return false;
            foreach (var property in free)
                row.Values[property] = _values.Make(property);
        }

        return false;
    }

    private bool Take(object index, string values) =>
        (_taken.TryGetValue(index, out var taken) ? taken : _taken[index] = new(StringComparer.OrdinalIgnoreCase)).Add(values);

    /// <summary>What a new row refers to: something of the same person where there is, else what is everybody's, or another's.</summary>
    private SeededRow? Principal(
        DbContext db, IEntityType type, Relation key, Person? person, (Relation Key, SeededRow Parent)? parent, int turn,
        bool isOrphan, string role)
    {
        var principal = key.Principal;
        if (principal.IsAssignableFrom(type))
            return null; // To itself: later.
        if (_households.Records.FirstOrDefault(principal.IsAssignableFrom) is { } record
            && (person is null || !principal.IsAssignableFrom(person.Record.Type) || parent?.Key.Principal == principal))
            return Another(record);
        if (person is not null && parent is { } given)
        {
            for (var at = given.Parent; at is not null; at = at.Links.Values.FirstOrDefault(above => person.Rows.Contains(above) && above != at))
                if (principal.IsAssignableFrom(at.Type))
                    return at;
        }

        if (person?.Rows.LastOrDefault(row => principal.IsAssignableFrom(row.Type)) is { } own)
            return !key.IsUnique || Take(key, own.ToString()) ? own : null;
        if (_households.Types.Where(principal.IsAssignableFrom).All(_households.IsMember))
        {
            // Something of another household: of whom is open.
            if (isOrphan && !key.IsRequired)
                return null;
            return Rows.Where(row => principal.IsAssignableFrom(row.Type)).Skip(turn % 7).FirstOrDefault(row => !key.IsUnique || Take(key, row.ToString()))
                ?? (key.IsRequired ? Rows.FirstOrDefault(row => principal.IsAssignableFrom(row.Type) && (!key.IsUnique || Take(key, row.ToString()))) : null);
        }

        var shared = Rows.Where(row => principal.IsAssignableFrom(row.Type) && (!key.IsUnique || !IsTaken(key, row))).ToList();
        var chosen = shared.Count == 0
            ? New(db, _households.Types.First(principal.IsAssignableFrom), null, null, turn)
            : shared[turn % shared.Count];
        return chosen is null || (key.IsUnique && !Take(key, chosen.ToString())) ? null : chosen;

        SeededRow? Another(IEntityType kind)
        {
            if (isOrphan && !key.IsRequired)
                return null;
            var held = person is not null && IsHeld(person);
            var roles = held ? [person!.Record.IsOfHeldPerson ? Roles.ReferredByHeldPerson : Roles.ReferredByHeld] : person?.Role is Roles.First or Roles.Second
                ? new[] { Roles.First, Roles.Second, Roles.Referred }
                : [Roles.Second, Roles.First];
            var others = People.Where(other => kind == other.Record.Type && other != person && roles.Contains(other.Role)).ToList();
            if (others.Count == 0 || (!key.IsRequired && role.Length > 0))
                return null;
            var other = key.IsUnique
                ? others.FirstOrDefault(one => Take(key, one.Record.ToString()))
                : others[turn % others.Count];
            return other?.Record;
        }
    }

    private bool IsTaken(Relation key, SeededRow row) => _taken.TryGetValue(key, out var taken) && taken.Contains(row.ToString());

    private object? Value(DbContext db, IEntityType type, IProperty property, Moments moments, Sight sight, bool isEmpty)
    {
        if (_facts.Anchors.TryGetValue(property, out var periods))
            return moments.Of(_facts.Expiry, property, periods, _now);
        if (_facts.Holds(type).Contains(property))
            return false;
        if (_filters.Value(property, sight, db) is { } seen)
            return seen.Value;
        if (isEmpty && property.IsNullable && !property.IsKey())
            return null;
        if (isEmpty && IsText(property))
            return "";
        return _facts.IsReference(property) && property.IsNullable ? null : _values.Make(property);
    }

    /// <summary>Whether a property may as well hold the empty text.</summary>
    private bool IsText(IProperty property) =>
        property.ClrType == typeof(string) && property.GetTypeMapping().Converter is null
        && !property.IsKey() && !property.IsUniqueIndex() && !_facts.IsReference(property);

    /// <summary>What the database or EF Core fills by itself is left to it.</summary>
    private static bool IsFilled(IProperty property) =>
        property.GetComputedColumnSql() is null
        && !property.ValueGenerated.HasFlag(ValueGenerated.OnUpdate)
        && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save
        && (property.DeclaringType as IEntityType)?.FindDiscriminatorProperty() != property
        && !(property.IsShadowProperty() && property.IsPrimaryKey() && (property.DeclaringType as IEntityType)?.IsMappedToJson() == true);

    private List<IEntityType> Sorted(IEnumerable<IEntityType> types)
    {
        var waiting = types.ToList();
        var sorted = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(type => !_facts.Relations(type).Any(key => waiting.Any(other => other != type && key.Principal.IsAssignableFrom(other))))
                ?? waiting.FirstOrDefault(type => !_facts.Relations(type).Any(key => key.IsRequired
                    && waiting.Any(other => other != type && key.Principal.IsAssignableFrom(other))))
                ?? waiting[0];
            waiting.Remove(next);
            sorted.Add(next);
        }

        return sorted;
    }

    private void Add(DbContext db, SeededRow row)
    {
        var entry = Entry(db, row);
        foreach (var (property, value) in row.Values)
            entry.Property(property).CurrentValue = value;
        Complex(entry, row, row.Type.GetComplexProperties());
        entry.State = EntityState.Added;
        foreach (var navigation in row.Type.GetNavigations().Where(navigation => navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent))
            Own(db, entry, row, navigation);
        foreach (var (key, principal) in row.Links)
            Link(entry, key, principal);
    }

    private void Complex(EntityEntry entry, SeededRow row, IEnumerable<IComplexProperty> properties)
    {
        foreach (var property in properties)
        {
            if (property.IsCollection)
                entry.ComplexCollection(property).CurrentValue = (System.Collections.IList?)_values.Filled(property.ClrType, 0);
            else
                entry.ComplexProperty(property).CurrentValue = _values.Filled(property.ComplexType.ClrType, 0);
        }

        foreach (var hold in Root(row).Holding)
            if (hold.DeclaringType is IComplexType complex && complex.ContainingEntityType.IsAssignableFrom(entry.Metadata))
                At(complex.ComplexProperty).Property(hold).CurrentValue = true;

        ComplexPropertyEntry At(IComplexProperty property) => property.DeclaringType is IComplexType outer
            ? At(outer.ComplexProperty).ComplexProperty(property)
            : entry.ComplexProperty(property);
    }

    private void Own(DbContext db, EntityEntry entry, SeededRow row, INavigation navigation)
    {
        var type = navigation.TargetEntityType;
        var several = new List<SeededRow>();
        for (var i = 0; i < (navigation.IsCollection ? 2 : 1); i++)
        {
            var owned = new SeededRow(type, Instances.New(type)) { Owner = (row, navigation, i) };
            several.Add(owned);
            row.Owned.Add(owned);
        }

        if (navigation.IsCollection)
        {
            var collection = navigation.GetCollectionAccessor()!;
            foreach (var owned in several)
                collection.Add(row.Instance, owned.Instance, forMaterialization: false);
        }
        else
            entry.Reference(navigation).CurrentValue = several[0].Instance;

        db.ChangeTracker.DetectChanges();
        foreach (var owned in several)
        {
            var own = Entry(db, owned);
            // The place in a JSON array is EF Core's own; a table's key is not made by every database.
            foreach (var property in type.GetProperties().Where(property => IsFilled(property) && !property.IsForeignKey()
                && !(property.IsPrimaryKey() && type.IsMappedToJson())))
                own.Property(property).CurrentValue = Root(row).Holding.Contains(property) ? true
                    : _facts.Anchors.TryGetValue(property, out var times) ? Root(row).Moments.Of(_facts.Expiry, property, times, _now)
                    : _values.Make(property);
            Complex(own, row, type.GetComplexProperties());
            own.State = EntityState.Added;
            foreach (var inner in type.GetNavigations().Where(inner => inner.ForeignKey.IsOwnership && !inner.IsOnDependent))
                Own(db, own, owned, inner);
        }
    }

    private static SeededRow Root(SeededRow row) => row.Owner is { } owner ? Root(owner.Owner) : row;

    private static void Link(EntityEntry entry, Relation key, SeededRow principal)
    {
        for (var i = 0; i < key.Properties.Count; i++)
            if (principal.Values.TryGetValue(key.PrincipalProperties[i], out var value))
                entry.Property(key.Properties[i]).CurrentValue = value;
    }

    private static EntityEntry Entry(DbContext db, SeededRow row) =>
        row.Instance is Dictionary<string, object> bag && row.Type.HasSharedClrType
            ? db.Set<Dictionary<string, object>>(row.Type.Name).Entry(bag)
            : db.Entry(row.Instance);

    /// <summary>What is stored is what counts: keys that came from the database, values that an interceptor has changed.</summary>
    private static void Remember(DbContext db, SeededRow row)
    {
        var entry = Entry(db, row);
        foreach (var owned in row.Owned)
            Remember(db, owned);
        foreach (var property in row.Type.GetProperties())
            row.Values[property] = entry.Property(property).CurrentValue;
        Complex(entry.ComplexProperties, row);

        static void Complex(IEnumerable<ComplexPropertyEntry> properties, SeededRow row)
        {
            foreach (var complex in properties)
            {
                foreach (var property in complex.Properties)
                    row.Values[property.Metadata] = property.CurrentValue;
                Complex(complex.ComplexProperties, row);
            }
        }
    }
}
