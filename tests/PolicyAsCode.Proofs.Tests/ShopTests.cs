using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.Proofs.Tests;

/// <summary>The generated proofs of the test shop on SQLite.</summary>
public sealed class ShopOnSqliteTests : ShopContextProof
{
    protected override ProofDatabase<ShopContext> Open() => Databases.Sqlite<ShopContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class ShopOnPostgreSqlTests : ShopContextProof
{
    protected override ProofDatabase<ShopContext> Open() => Databases.PostgreSql<ShopContext>(options => new(options));
}

/// <summary>Those of the shop with the run time's tables, in which people can be on hold, on SQLite.</summary>
public sealed class NodesOnSqliteTests : NodesContextProof
{
    protected override ProofDatabase<NodesContext> Open() => Databases.Sqlite<NodesContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class NodesOnPostgreSqlTests : NodesContextProof
{
    protected override ProofDatabase<NodesContext> Open() => Databases.PostgreSql<NodesContext>(options => new(options));
}

/// <summary>Those of a circle of references on SQLite.</summary>
public sealed class HomesOnSqliteTests : HomesContextProof
{
    protected override ProofDatabase<HomesContext> Open() => Databases.Sqlite<HomesContext>(options => new(options));
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class HomesOnPostgreSqlTests : HomesContextProof
{
    protected override ProofDatabase<HomesContext> Open() => Databases.PostgreSql<HomesContext>(options => new(options));
}
