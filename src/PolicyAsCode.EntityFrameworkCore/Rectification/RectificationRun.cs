using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Corrects fields of a person's own record through the change tracker, so that encrypted fields are sealed and what the
/// application does at each change is done. All of it or nothing.
/// </summary>
public static class RectificationRun
{
    /// <summary>Corrects the record that a query finds.</summary>
    /// <param name="db">The context; without unsaved changes.</param>
    /// <param name="record">The record.</param>
    /// <param name="names">What the entity is called: its own name first, then those of what it derives from.</param>
    /// <param name="fields">Its personal fields.</param>
    /// <param name="corrections">What is wrong, and what it should be.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    /// <returns>The fields that were changed; null where there is no such record.</returns>
    /// <exception cref="PrivacyRectificationException">A correction cannot be made.</exception>
    public static async Task<IReadOnlyList<string>?> CorrectAsync<TEntity>(
        DbContext db, IQueryable<TEntity> record, ImmutableArray<string> names, ImmutableArray<CorrectableField> fields,
        IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(corrections);
        if (db.ChangeTracker.HasChanges())
            throw new InvalidOperationException(
                "The context has unsaved changes. Save or discard them before a rectification, which would save them as well.");
        // Read anew: what the context has tracked may be older than what is corrected.
        db.ChangeTracker.Clear();
        if (await Visibility.Within(db, record).AsTracking().SingleOrDefaultAsync(cancel).ConfigureAwait(false) is not { } row)
            return null;
        try
        {
            var changed = Set(db.Entry(row), names, fields, corrections);
            await db.SaveChangesAsync(cancel).ConfigureAwait(false);
            return changed;
        }
        catch
        {
            db.ChangeTracker.Clear();
            throw;
        }
    }

    private static List<string> Set(
        EntityEntry row, ImmutableArray<string> names, ImmutableArray<CorrectableField> fields, IReadOnlyList<FieldCorrection> corrections)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var (changed, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var correction in corrections)
        {
            if (Find(correction.Field, names, fields) is not { } field)
                problems.Add($"There is no personal field '{correction.Field}'; there are: {string.Join(", ", fields.Where(one => one.Fixed is null).Select(one => Name(names, one)))}.");
            else if (!seen.Add(field.Name))
                problems.Add($"{Name(names, field)} is corrected twice.");
            else if (field.Fixed is { } reason)
                problems.Add($"{Name(names, field)} is not corrected by a request: {Why(reason)}.");
            else if (Place(row, field.Name.Split('.')) is not { } place)
                problems.Add($"{Name(names, field)} lies in an object that the record does not have.");
            else if (Mistake(place, correction.Value, out var value) is { } mistake)
                problems.Add($"{Name(names, field)} {mistake}.");
            else if (!place.Metadata.GetValueComparer().Equals(place.CurrentValue, value))
            {
                place.CurrentValue = value;
                Follow(row, field.Name.Split('.'), value);
                changed.Add(Name(names, field));
            }
        }

        return problems.Count == 0 ? changed : throw new PrivacyRectificationException(problems.ToImmutable());
    }

    private static string Name(ImmutableArray<string> names, CorrectableField field) => $"{names[0]}.{field.Name}";

    private static CorrectableField? Find(string asked, ImmutableArray<string> names, ImmutableArray<CorrectableField> fields) =>
        fields.FirstOrDefault(field => Same(asked, field.Name) || names.Any(name => Same(asked, $"{name}.{field.Name}")));

    // Copies write them as JSON does: customer.homeAddress.
    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Why(FixedFieldReason reason) => reason switch
    {
        FixedFieldReason.Key => "rows are known by it",
        FixedFieldReason.Anchor => "retention counts from it",
        FixedFieldReason.Secret => "a secret is changed by whoever knows it, where they sign in",
        FixedFieldReason.Derived => "it follows from another field",
        FixedFieldReason.Concluded => "it was concluded, and is weighed by a person",
        _ => "it is one of several, and nothing says which",
    };

    private static PropertyEntry? Place(EntityEntry row, string[] path)
    {
        EntityEntry? entity = row;
        ComplexPropertyEntry? complex = null;
        foreach (var name in path[..^1])
        {
            if (complex is not null)
                complex = complex.ComplexProperty(name);
            else if (entity!.Metadata.FindComplexProperty(name) is not null)
                complex = entity.ComplexProperty(name);
            else
                entity = entity.Reference(name).TargetEntry;
            if (complex is { CurrentValue: null } || entity is null)
                return null;
        }

        return complex is null ? entity!.Property(path[^1]) : complex.Property(path[^1]);
    }

    /// <summary>What is wrong with a value; null where nothing is.</summary>
    private static string? Mistake(PropertyEntry place, string text, out object? value)
    {
        var property = place.Metadata;
        value = null;
        if (property.IsKey() || property.IsForeignKey() || property.IsConcurrencyToken || property.GetComputedColumnSql() is not null
            || property.GetAfterSaveBehavior() != PropertySaveBehavior.Save)
            return "is not corrected by a request: the database or the model sets it";
        if (!FieldText.TryRead(property, text, out value))
            return text.Length == 0 ? "cannot be empty" : $"is not what it must be ({FieldText.Form(property)})";
        if (value is string long1 && property.GetMaxLength() is { } most && long1.Length > most)
            return FormattableString.Invariant($"is longer than {most} characters");
        var read = value;
        // The words of an attribute may quote the value: its name says enough.
        return property.PropertyInfo?.GetCustomAttributes<ValidationAttribute>(inherit: true).FirstOrDefault(rule => !rule.IsValid(read)) is { } rule
            ? $"is refused by [{rule.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}]"
            : null;
    }

    /// <summary>
    /// What follows from a field in the same object, as ASP.NET Core Identity has it: its spelling for look-ups, and that
    /// an address is confirmed, which a new one is not.
    /// </summary>
    private static void Follow(EntityEntry row, string[] path, object? value)
    {
        if (Sibling($"Normalized{path[^1]}") is { } normalized && normalized.Metadata.ClrType == typeof(string))
            normalized.CurrentValue = (value as string)?.Normalize().ToUpperInvariant();
        if (Sibling($"{path[^1]}Confirmed") is { } confirmed && confirmed.Metadata.ClrType == typeof(bool))
            confirmed.CurrentValue = false;

        PropertyEntry? Sibling(string name)
        {
            var place = Place(row, path)!;
            return place.Metadata.DeclaringType.FindProperty(name) is null ? null : Place(row, [.. path[..^1], name]);
        }
    }
}
