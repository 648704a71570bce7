using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>An entity of which access and change are recorded.</summary>
internal sealed class AuditedRow
{
    private AuditedRow(IEntityType type, IReadOnlyList<AuditedPart> parts)
    {
        (Type, Parts) = (type, parts);
        Name = type.ShortName();
        Fields = [.. parts.SelectMany(part => part.Fields).DistinctBy(field => field.Name)];
    }

    public IEntityType Type { get; }

    public string Name { get; }

    /// <summary>What of it is of one kind of person, once for each way to one.</summary>
    public IReadOnlyList<AuditedPart> Parts { get; }

    public IReadOnlyList<AuditedField> Fields { get; }

    /// <summary>Null where nothing of it is recorded.</summary>
    public static AuditedRow? Of(IEntityType type, IEnumerable<AuditedEntityFacts> about, bool everything)
    {
        var parts = about.SelectMany(facts => Ways(type, facts).Select(way => new AuditedPart(
                way, [.. facts.Fields.Where(field => everything || field.IsAudited).Select(field => AuditedField.Of(type, field.Name))])
            {
                Group = facts.Subject?.Split('/')[0],
            }))
            .Where(part => part.Fields.Count > 0).ToList();
        return parts.Count == 0 ? null : new(type, parts);
    }

    /// <summary>
    /// Whether a row that leads to nobody by one way does to somebody by another; where none does, it is counted once, by
    /// the first.
    /// </summary>
    public bool IsElsewhere(int part, Func<int, bool> leads)
    {
        if (Parts[part].Group is not { } group)
            return false;
        for (var other = 0; other < Parts.Count; other++)
            if (other != part && Parts[other].Group == group && (other < part || leads(other)))
                return true;
        return false;
    }

    private static IEnumerable<PersonWay?> Ways(IEntityType type, AuditedEntityFacts facts)
    {
        List<PersonWay?> ways = facts.Subject is { } kind
            ? [.. facts.Further.Prepend(facts.Path).Select(way => PersonWay.Of(type, kind, way)).OfType<PersonWay>()]
            : [];
        return ways.Count == 0 ? [null] : ways;
    }
}

/// <summary>The fields of a row that are of one kind of person, and the way to the person.</summary>
/// <param name="Way">The way; null where none is known.</param>
/// <param name="Fields">The fields.</param>
internal sealed record AuditedPart(PersonWay? Way, IReadOnlyList<AuditedField> Fields)
{
    /// <summary>The policy's word for the kind of person, of whom several ways, and several names, can be.</summary>
    public string? Group { get; init; }
}

/// <summary>A recorded field.</summary>
/// <param name="Name">Its name, with the way to it where it lies in an object.</param>
/// <param name="Steps">The parts of its name.</param>
/// <param name="Owner">The class that has it; null where the model has no such field.</param>
internal sealed record AuditedField(string Name, string[] Steps, Type? Owner)
{
    public static AuditedField Of(IEntityType type, string name)
    {
        var steps = name.Split('.');
        ITypeBase? at = type;
        foreach (var step in steps[..^1])
            at = Inside(at, step);
        return new(name, steps, at?.FindProperty(steps[^1]) is { } property ? property.DeclaringType.ClrType : null);
    }

    /// <summary>The objects that it lies in, the outermost first.</summary>
    public IEnumerable<(AuditedRow Row, Type Owner, string Prefix)> Objects(AuditedRow row)
    {
        ITypeBase? at = row.Type;
        for (var step = 0; step < Steps.Length - 1 && at is not null; step++)
        {
            yield return (row, at.ClrType, string.Join('.', Steps[..(step + 1)]));
            at = Inside(at, Steps[step]);
        }
    }

    private static ITypeBase? Inside(ITypeBase? at, string step) =>
        at?.FindComplexProperty(step)?.ComplexType ?? (ITypeBase?)(at as IEntityType)?.FindNavigation(step)?.TargetEntityType;
}
