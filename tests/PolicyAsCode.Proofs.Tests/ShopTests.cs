using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.Proofs.Tests;

/// <summary>The proofs, on the contexts of the run time's own tests.</summary>
public sealed class ShopTests
{
    [Fact]
    public async Task Seed()
    {
        await using var proof = await OpenAsync();
        await proof.ProveSeedAsync();
    }

    [Fact]
    public async Task Sweep()
    {
        await using var proof = await OpenAsync();
        await proof.ProveSweepAsync();
    }

    [Fact]
    public async Task Customers()
    {
        await using var proof = await OpenAsync();
        await proof.ProveErasureAsync(typeof(Customer));
    }

    [Fact]
    public async Task Staff()
    {
        await using var proof = await OpenAsync();
        await proof.ProveErasureAsync(typeof(StaffMember));
    }

    [Fact]
    public async Task Holds()
    {
        await using var proof = await OpenAsync();
        await proof.ProveHoldsAsync(typeof(Customer));
        await proof.ProveHoldsAsync(typeof(StaffMember));
    }

    private static Task<PrivacyProof<ShopContext>> OpenAsync() => PrivacyProof<ShopContext>.OpenAsync(
        Databases.Sqlite<ShopContext>(options => new(options)), ShopContextPrivacy.Facts, (db, time) => new ShopContextPrivacy(db, time));
}
