using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo.Shapes.IdentityTables;

/// <summary>
/// ASP.NET Core Identity's own tables: logins and tokens that stay behind open an erased account again (aspnetcore #5791).
/// </summary>
[PrivacyOperations]
public sealed class IdentityTablesContext(DbContextOptions<IdentityTablesContext> options)
    : IdentityDbContext<AppUser>(options), IZoo
{
    /// <summary>Identity's rows have no navigation to the user, over which the anchor could be read.</summary>
    public bool IsSwept => false;

    /// <summary>What lets somebody in is named and not written; of what claims say, nothing is declared.</summary>
    public IEnumerable<string> NotInCopies => ["ana's hash", "ana's token", "ana's nick"];

    public string SubjectId(Somebody who) => who.Guid.ToString();

    public IEnumerable<object> Common() => [new IdentityRole { Id = "buyer", Name = "buyer" }];

    public IEnumerable<object> RowsOf(Somebody who)
    {
        var id = SubjectId(who);
        return
        [
            new AppUser { Id = id, UserName = who.Name, NormalizedUserName = who.Text("NAME"), Email = who.Text("mail"), PasswordHash = who.Text("hash"), SeenAt = who.At },
            new IdentityUserLogin<string> { LoginProvider = "other", ProviderKey = who.Text("key"), UserId = id },
            new IdentityUserToken<string> { UserId = id, LoginProvider = "other", Name = "refresh", Value = who.Text("token") },
            new IdentityUserClaim<string> { Id = who.Number, UserId = id, ClaimType = "nickname", ClaimValue = who.Text("nick") },
            new IdentityUserRole<string> { UserId = id, RoleId = "buyer" },
        ];
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        if (Database.IsSqlite())
            builder.UsePrivacyConversions();
    }
}

[DataSubject("customer")]
public sealed class AppUser : IdentityUser
{
    [RetentionAnchor("last-activity")]
    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>The generated proofs on SQLite.</summary>
public sealed class OnSqlite : IdentityTablesContextProof
{
    protected override ProofDatabase<IdentityTablesContext> Open() => ZooDatabase.Sqlite<IdentityTablesContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OnPostgreSql : IdentityTablesContextProof
{
    protected override ProofDatabase<IdentityTablesContext> Open() => ZooDatabase.PostgreSql<IdentityTablesContext>(options => new(options));
}
