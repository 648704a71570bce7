using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Generators.Reading;

/// <summary>
/// What the contexts of ASP.NET Core Identity configure in their own assembly, where no generator can read it: the keys of
/// logins, tokens and roles, and whose they are. Logins and tokens that stay behind open an erased account again
/// (aspnetcore #5791).
/// </summary>
internal static class IdentityMapping
{
    private const string Space = "Microsoft.AspNetCore.Identity.";
    private const string Context = Space + "EntityFrameworkCore.IdentityUserContext`";

    private static readonly (string Type, string[] Key)[] s_keys =
    [
        (Space + "IdentityUserLogin`1", ["LoginProvider", "ProviderKey"]),
        (Space + "IdentityUserToken`1", ["UserId", "LoginProvider", "Name"]),
        (Space + "IdentityUserRole`1", ["UserId", "RoleId"]),
        (Space + "IdentityUserClaim`1", ["Id"]),
        (Space + "IdentityRoleClaim`1", ["Id"]),
        (Space + "IdentityUserPasskey`1", ["CredentialId"]),
    ];

    /// <summary>The keys and foreign keys of a context's Identity tables; nothing where it has none.</summary>
    /// <param name="context">The context.</param>
    /// <param name="stored">The entities of its sets.</param>
    /// <param name="key">Told each key.</param>
    /// <param name="reference">Told each foreign key.</param>
    /// <param name="absent">Told what its version of the schema does not store.</param>
    public static void Read(
        INamedTypeSymbol context, IReadOnlyList<INamedTypeSymbol> stored, Action<ITypeSymbol, List<string>> key,
        Action<FluentForeignKey> reference, Action<ITypeSymbol> absent)
    {
        if (!Bases(context).Any(level => AttributeNames.NameOf(level).StartsWith(Context, StringComparison.Ordinal)))
            return;

        var user = stored.FirstOrDefault(type => Is(type, Space + "IdentityUser`1"));
        var role = stored.FirstOrDefault(type => Is(type, Space + "IdentityRole`1"));
        foreach (var type in stored)
        {
            var (name, columns) = s_keys.FirstOrDefault(one => Is(type, one.Type));
            if (name is null)
                continue;
            if (name.EndsWith("Passkey`1", StringComparison.Ordinal) && !StoresPasskeys(context))
            {
                absent(type);
                continue;
            }

            key(type, [.. columns]);
            if (user is not null && Has(type, "UserId"))
                reference(new(type, user, ["UserId"], null, IsRequired: true, []));
            if (role is not null && Has(type, "RoleId"))
                reference(new(type, role, ["RoleId"], null, IsRequired: true, []));
        }
    }

    /// <summary>Whether the context itself asks for the third version of the schema; what options ask for shows when the program starts.</summary>
    private static bool StoresPasskeys(INamedTypeSymbol context) => Bases(context)
        .SelectMany(level => level.GetMembers("SchemaVersion")).SelectMany(member => member.DeclaringSyntaxReferences)
        .Any(declared => declared.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == "Version3"));

    private static bool Has(INamedTypeSymbol type, string property) =>
        EntityTypes.Properties(type).Any(member => member.Name == property);

    private static bool Is(INamedTypeSymbol type, string name) => Bases(type).Any(level => AttributeNames.NameOf(level) == name);

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var level = type; level is not null; level = level.BaseType)
            yield return level;
    }
}
