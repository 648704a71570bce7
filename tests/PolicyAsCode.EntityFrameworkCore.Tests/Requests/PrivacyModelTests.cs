using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>What <c>UsePrivacy</c> brings into a model.</summary>
public sealed class PrivacyModelTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task The_tables_are_made_and_nobody_keeps_a_moment_as_text(Provider provider)
    {
        await using var database = await DeskDatabase.OpenAsync(provider);
        await using var db = database.Connect();
        var own = db.Model.GetEntityTypes().Where(PrivacyTables.IsPrivacyTable).ToList();
        foreach (var table in own)
        {
            Assert.StartsWith("privacy_", table.GetTableName(), StringComparison.Ordinal);
            var query = $"SELECT COUNT(*) AS \"Value\" FROM \"{table.GetTableName()}\"";
            Assert.Equal(0, await db.Database.SqlQueryRaw<int>(query).SingleAsync());
        }

        Assert.Contains("privacy_requests", own.Select(table => table.GetTableName()));
        var properties = own.SelectMany(table => table.GetProperties()).ToList();
        Assert.All(properties.Where(property => Is<DateTimeOffset>(property.ClrType)), property =>
            Assert.Equal(typeof(long), property.GetTypeMapping().Converter?.ProviderClrType));
        Assert.All(properties.Where(property => property.ClrType.IsEnum), property =>
            Assert.Equal(typeof(string), property.GetTypeMapping().Converter?.ProviderClrType));

        static bool Is<T>(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(T);
    }
}
