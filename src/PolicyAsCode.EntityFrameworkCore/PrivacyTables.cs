using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What all tables of the run time share.</summary>
internal static class PrivacyTables
{
    /// <summary>How long a kind of person, a purpose or another word of a policy can be.</summary>
    public const int TermLength = 100;

    /// <summary>How long the key of a person can be, as text.</summary>
    public const int SubjectIdLength = 200;

    /// <summary>How long a name of an enumeration's member can be.</summary>
    public const int WordLength = 40;

    /// <summary>How long a reason can be that a person writes.</summary>
    public const int ReasonLength = 2000;

    /// <summary>A text that is there and fits its column: SQLite would take it, and PostgreSQL would not.</summary>
    public static string Fitting(
        this string? text, int length, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        return text.Length <= length
            ? text
            : throw new ArgumentException(FormattableString.Invariant($"At most {length} characters are kept; these are {text.Length}."), name);
    }

    /// <summary>Whether a type of the model is the run time's own, and nothing that a policy speaks of.</summary>
    public static bool IsPrivacyTable(this IReadOnlyTypeBase type) => type.ClrType.Assembly == typeof(PrivacyTables).Assembly;

    /// <summary>
    /// Names the table, and stores moments as ticks and enumerations as words whatever the context's conventions say:
    /// the run time compares and orders both on every provider.
    /// </summary>
    public static void Store<TRow>(this EntityTypeBuilder<TRow> table, string name)
        where TRow : class
    {
        table.ToTable(name);
        foreach (var property in typeof(TRow).GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type == typeof(DateTimeOffset))
                table.Property(property.Name).HasConversion<UtcTicksConverter>();
            else if (type.IsEnum)
                table.Property(property.Name).HasConversion<string>().HasMaxLength(WordLength);
        }
    }
}
