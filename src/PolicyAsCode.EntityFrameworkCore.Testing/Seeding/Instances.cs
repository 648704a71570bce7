using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>Objects of entities: by their own constructor where it asks for nothing, so that their collections exist.</summary>
internal static class Instances
{
    public static object New(IEntityType type) =>
        type.HasSharedClrType && typeof(IDictionary<string, object>).IsAssignableFrom(type.ClrType)
            ? new Dictionary<string, object>()
            : New(type.ClrType);

    public static object New(Type type)
    {
        if (type.IsValueType)
            return RuntimeHelpers.GetUninitializedObject(type);
        var simple = type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);
        if (simple is not null)
            return simple.Invoke([]);

        // Made past its constructor: what the constructor would have set up is set up here.
        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (field.FieldType.IsGenericType && !field.FieldType.IsAbstract
                    && typeof(System.Collections.IEnumerable).IsAssignableFrom(field.FieldType)
                    && field.FieldType.GetConstructor([]) is { } empty)
                    field.SetValue(made, empty.Invoke([]));
        return made;
    }
}
