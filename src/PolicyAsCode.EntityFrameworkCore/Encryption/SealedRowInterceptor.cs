using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Compares whose the keys of a row's values are with whose the row is: a sealed text that was copied into the row of
/// somebody else opens, and must not pass. A converter sees no row, and so notes what it opens until the row is made,
/// which EF Core does on one thread without a break.
/// </summary>
internal sealed class SealedRowInterceptor : IMaterializationInterceptor
{
    [ThreadStatic]
    private static List<(string Column, PrivacySubject Subject)>? t_opened;

    [ThreadStatic]
    private static bool t_isOpening;

    /// <summary>Notes whose key has opened a value of the row that is being made.</summary>
    public static void Note(string column, PrivacySubject subject)
    {
        // Of what the law keeps of somebody who was erased nobody knows any more whose it was.
        if (t_isOpening && !subject.IsPseudonym)
            (t_opened ??= []).Add((column, subject));
    }

    public InterceptionResult<object> CreatingInstance(
        MaterializationInterceptionData materializationData, InterceptionResult<object> result)
    {
        t_opened?.Clear();
        t_isOpening = materializationData.EntityType is Microsoft.EntityFrameworkCore.Metadata.IEntityType entity
            && SealedProperties.Of(entity) is { Own.Count: > 0, Subject.Navigations.Count: 0 };
        return result;
    }

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (!t_isOpening)
            return entity;
        t_isOpening = false;
        if (t_opened is not { Count: > 0 } opened
            || materializationData.EntityType is not Microsoft.EntityFrameworkCore.Metadata.IEntityType type)
            return entity;
        // An owned row holds the key of its owner, under which the owner's subject is found where that is the owner's key.
        var path = SealedProperties.Of(type).Subject!;
        var id = type.FindOwnership() is { } ownership
            ? ownership.Properties.FirstOrDefault(key => key.FindFirstPrincipal()?.Name == path.Property)
            : type.FindProperty(path.Property);
        var person = id is null ? null : path.Person(id, materializationData.GetPropertyValue(id));
        if (person is not null)
            foreach (var (column, subject) in opened)
                if (subject != person)
                    throw new SealedValueException(column, "it is sealed for somebody else than the row belongs to.");
        return entity;
    }
}
