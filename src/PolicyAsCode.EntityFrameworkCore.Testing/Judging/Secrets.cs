using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// What lets somebody in, read from the model as well: a plan that took a password for an ordinary field would otherwise be
/// judged by itself.
/// </summary>
internal static class Secrets
{
    private const string Category = "account.password";

    // As ASP.NET Core Identity names them.
    private static readonly string[] s_names = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp"];

    /// <summary>A rule whose secret fields are known to be that.</summary>
    public static FieldGroupFacts In(IEntityType type, FieldGroupFacts group) => group with
    {
        Fields = [.. group.Fields.Select(field => IsSecret(type, field.Name) ? field with { IsSecret = true } : field)],
    };

    private static bool IsSecret(IEntityType type, string field) =>
        Array.Exists(s_names, name => field.EndsWith(name, StringComparison.Ordinal))
        || Member(type.ClrType, field)?.GetCustomAttributes<DataCategoryAttribute>(inherit: true)
            .Any(declared => declared.Categories.Any(IsSecret)) == true;

    private static bool IsSecret(string category) =>
        category == Category || category.StartsWith(Category + ".", StringComparison.Ordinal);

    private static PropertyInfo? Member(Type? type, string field)
    {
        PropertyInfo? member = null;
        foreach (var step in field.Split('.'))
            (member, type) = type?.GetProperty(step, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is { } found
                ? (found, found.PropertyType)
                : ((PropertyInfo?)null, (Type?)null);
        return member;
    }
}
