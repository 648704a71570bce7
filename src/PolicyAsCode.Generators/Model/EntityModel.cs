namespace PolicyAsCode.Generators.Model;

/// <summary>An entity of a context.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Type">Its full name in code, with <c>global::</c>.</param>
/// <param name="Set">The context's property that holds it; null where it has none.</param>
/// <param name="Base">The entity that it derives from; null where none.</param>
/// <param name="TypeNames">Metadata names of itself and its base types, for bindings.</param>
/// <param name="Subject">Whose data it declares to hold; null where it declares nothing.</param>
/// <param name="Key">The properties of its primary key; empty where none was found.</param>
/// <param name="Properties">Its fields: scalar properties, base types first, then those of the objects that its rows hold.</param>
/// <param name="References">Its foreign keys.</param>
public sealed record EntityModel(
    string Name, string Type, string? Set, string? Base, EquatableArray<string> TypeNames, string? Subject,
    EquatableArray<string> Key, EquatableArray<PropertyModel> Properties, EquatableArray<ReferenceModel> References)
{
    /// <summary>Whether it has no rows but those of the entities that derive from it.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Whether entities derive from it, so that its set gives rows of theirs as well.</summary>
    public bool HasDerived { get; init; }

    /// <summary>
    /// Properties of the objects that a row holds in a way that is not seen (neither owned nor complex), and such objects
    /// themselves: no plan covers them, so that one of them with personal data leaves its entity without a plan.
    /// </summary>
    public EquatableArray<PropertyModel> Inner { get; init; } = EquatableArray<PropertyModel>.Empty;

    /// <summary>Those of them that hold personal data.</summary>
    public IEnumerable<PropertyModel> Uncovered => Inner.Where(property => property.Categories.Count > 0);

    /// <summary>The property of that name, or null.</summary>
    public PropertyModel? Property(string name) => Properties.FirstOrDefault(property => property.Name == name);
}
