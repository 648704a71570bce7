namespace PolicyAsCode.Generators.Model;

/// <summary>A marked <c>DbContext</c>, as far as its rows, keys and declarations go. Strings only: no symbol survives.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Entities">Its entities, by type name.</param>
public sealed record ContextModel(
    string Namespace, string Name, string Accessibility, EquatableArray<EntityModel> Entities)
{
    /// <summary>The entity of that type.</summary>
    public EntityModel this[string type] => Entities.First(entity => entity.Type == type);
}
