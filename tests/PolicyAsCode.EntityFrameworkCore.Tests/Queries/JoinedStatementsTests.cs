using Npgsql;
using NpgsqlTypes;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Queries;

/// <summary>Statements go together where a parameter that they share is the same in both.</summary>
public sealed class JoinedStatementsTests
{
    /// <summary>
    /// ADO.NET has one word for both types, and PostgreSQL two comparisons: by a parameter of the other type a column that does
    /// not tell letters apart would find another's rows, or not the person's own.
    /// </summary>
    [Fact]
    public async Task A_text_and_a_citext_share_no_parameter()
    {
        await using var shop = await TestShop.OpenAsync(Provider.PostgreSql);
        await using var db = shop.Connect();
        NpgsqlParameter text = new("id0", NpgsqlDbType.Text) { Value = "Ana" }, citext = new("id0", NpgsqlDbType.Citext) { Value = "Ana" };
        Assert.Equal(text.DbType, citext.DbType);

        var joined = new JoinedStatements(db);
        Assert.True(joined.TryAdd(new("SELECT 1 WHERE 'ana' = @id0", [text])));
        Assert.True(joined.TryAdd(new("SELECT 2 WHERE 'Ana' = @id0", [text.Clone()])));
        Assert.False(joined.TryAdd(new("SELECT 3 WHERE 'ana' = @id0", [citext])));
        Assert.Equal(2, joined.Count);
    }
}
