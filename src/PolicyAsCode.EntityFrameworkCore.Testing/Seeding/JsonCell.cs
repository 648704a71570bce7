using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Dumps;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>A property that lies in a JSON column.</summary>
internal static class JsonCell
{
    public static bool IsJson(SeededRow row, IProperty property) =>
        row.Type.IsMappedToJson() || (property.DeclaringType is IComplexType complex && complex.IsMappedToJson());

    public static string? Read(SeededRow row, IProperty property, Dump dump, int item = 0)
    {
        var steps = new Stack<object>();
        steps.Push(property.GetJsonPropertyName() ?? property.Name);
        var type = property.DeclaringType;
        string? container = null;
        while (type is IComplexType complex)
        {
            container ??= complex.GetContainerColumnName();
            if (complex.ComplexProperty.IsCollection)
                steps.Push(item);
            if (complex.ComplexProperty.DeclaringType is not IComplexType { } outer || !outer.IsMappedToJson())
                break;
            steps.Push(complex.ComplexProperty.GetJsonPropertyName() ?? complex.ComplexProperty.Name);
            type = outer;
        }

        while (row.Owner is { } owner && row.Type.IsMappedToJson())
        {
            container ??= row.Type.GetContainerColumnName();
            if (!owner.Navigation.IsCollection)
            {
                if (owner.Owner.Type.IsMappedToJson())
                    steps.Push(owner.Navigation.TargetEntityType.GetJsonPropertyName() ?? owner.Navigation.Name);
            }
            else
            {
                steps.Push(owner.Index);
                if (owner.Owner.Type.IsMappedToJson())
                    steps.Push(owner.Navigation.TargetEntityType.GetJsonPropertyName() ?? owner.Navigation.Name);
            }

            row = owner.Owner;
        }

        var text = row.Places.Select(place => dump.Find(place.Table, place.Key))
            .Select(found => found is not null && container is not null && found.Cells.TryGetValue(container, out var cell) ? cell : null)
            .FirstOrDefault(cell => cell is not null);
        if (text is null)
            return null;

        var node = JsonNode.Parse(text);
        foreach (var step in steps)
            node = (step, node) switch
            {
                (int index, JsonArray array) => index < array.Count ? array[index] : null,
                (string name, JsonObject from) => from[name],
                _ => null,
            };
        return node?.ToString();
    }
}
