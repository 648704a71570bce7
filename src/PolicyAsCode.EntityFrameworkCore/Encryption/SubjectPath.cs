using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Whose a row is: the kind of person, and the way from the row to their key.</summary>
internal sealed record SubjectPath(string Kind, IReadOnlyList<string> Navigations, string Property)
{
    /// <summary>What an entity, one that it inherits from, or its owner declares.</summary>
    public static SubjectPath? Of(IReadOnlyEntityType entity)
    {
        for (var owner = entity; owner is not null; owner = owner.FindOwnership()?.PrincipalEntityType)
            for (var at = owner; at is not null; at = at.BaseType)
                if (at.FindAnnotation(EncryptionAnnotations.Subject)?.Value is string declared)
                {
                    var bar = declared.IndexOf('|', StringComparison.Ordinal);
                    var path = declared[(bar + 1)..].Split('.');
                    return new(declared[..bar], path[..^1], path[^1]);
                }

        return null;
    }

    /// <summary>The name of an entity in names of properties: with its owners, for a type that is owned twice.</summary>
    public static string NameOf(IReadOnlyEntityType entity) =>
        entity.FindOwnership() is { PrincipalToDependent: { } navigation } ownership
            ? NameOf(ownership.PrincipalEntityType) + "." + navigation.Name
            : entity.ShortName();

    /// <summary>Whether the path leads to a property over references alone.</summary>
    public void Check(IReadOnlyEntityType entity)
    {
        var at = entity;
        while (at.FindOwnership() is { } ownership)
            at = ownership.PrincipalEntityType;
        foreach (var step in Navigations)
            at = at.FindNavigation(step) is { IsCollection: false, IsOnDependent: true } navigation
                ? navigation.TargetEntityType
                : throw Refuse(entity, step, "is no reference that the row holds the key of");
        if (at.FindProperty(Property) is null)
            throw Refuse(entity, Property, "is no property");
    }

    /// <summary>The person of a row; null where the row names none.</summary>
    public async ValueTask<PrivacySubject?> OfAsync(EntityEntry row, bool isAsync, CancellationToken cancel)
    {
        var at = row;
        foreach (var step in Navigations)
        {
            var reference = at.Reference(step);
            if (reference.TargetEntry is null && !reference.IsLoaded && at.State != EntityState.Detached)
            {
                if (isAsync)
                    await reference.LoadAsync(cancel).ConfigureAwait(false);
                else
                    reference.Load();
            }

            if (reference.TargetEntry is not { } target)
                return null;
            at = target;
        }

        var id = at.Property(Property);
        if (id.IsTemporary)
            throw new InvalidOperationException(
                $"{row.Metadata.ShortName()} is sealed under the key of its {Kind}, whose {id.Metadata.Name} the database gives only "
                + "when the row is stored. Save the row first and set its encrypted properties then, or make the key in the "
                + "application (a Guid, or HiLo).");
        return Person(id.Metadata, id.CurrentValue);
    }

    /// <summary>Whether the row was given to somebody else: what it holds is then theirs.</summary>
    public bool HasChanged(EntityEntry row) =>
        row.State == EntityState.Modified && (Navigations.Count == 0
            ? row.Property(Property).IsModified
            : row.Metadata.FindNavigation(Navigations[0])!.ForeignKey.Properties.Any(key => row.Property(key.Name).IsModified));

    /// <summary>The person by their key, as it is stored: so does an erasure spell a strongly typed one.</summary>
    public PrivacySubject? Person(IProperty property, object? id)
    {
        var stored = id is null ? null : property.GetTypeMapping().Converter?.ConvertToProvider(id) ?? id;
        return Convert.ToString(stored, CultureInfo.InvariantCulture) is { Length: > 0 } text ? new(Kind, text) : null;
    }

    private static InvalidOperationException Refuse(IReadOnlyEntityType entity, string step, string why) =>
        new($"HasSubject(...) of {entity.ShortName()}: {step} {why}.");
}
