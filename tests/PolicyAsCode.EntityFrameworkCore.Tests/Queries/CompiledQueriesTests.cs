using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Queries;

/// <summary>What is compiled once a model is every run's own, and keeps nothing of the first.</summary>
public sealed class CompiledQueriesTests
{
    private static readonly DbContextOptions<ShelfContext> s_options =
        new DbContextOptionsBuilder<ShelfContext>().AmongManyContexts().UseSqlite("Data Source=:memory:").Options;

    [Fact]
    public void The_context_for_which_it_was_compiled_is_released()
    {
        using var second = new ShelfContext(s_options);
        var first = RunAndForget(second);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(first.IsAlive);
        using var command = Own(second, 2, []);
        Assert.Same(second.Database.GetDbConnection(), command.Connection);
        Assert.Equal(2, ValueOf(command));
    }

    [Fact]
    public void A_lambda_is_compiled_once_and_run_with_its_own_values()
    {
        using var db = new ShelfContext(s_options);
        var calls = new int[1];
        foreach (var shelf in new[] { 1, 2, 3 })
            using (var command = Own(db, shelf, calls))
                Assert.Equal(shelf, ValueOf(command));
        // The first run of all may have been another test's.
        Assert.InRange(calls[0], 0, 1);
    }

    /// <summary>Its values lie where the next run's lambda does not have them: it is asked each time.</summary>
    [Fact]
    public void A_lambda_with_anothers_closure_is_not_compiled()
    {
        using var db = new ShelfContext(s_options);
        var calls = new int[1];
        foreach (var shelf in new[] { 1, 2, 3 })
            using (var command = Foreign(db, () => On(db, shelf), calls))
                Assert.Equal(shelf, ValueOf(command));
        Assert.InRange(calls[0], 3, 4);
    }

    /// <summary>EF Core has one model for both, and another statement for each.</summary>
    [Fact]
    public void Contexts_that_compare_null_otherwise_share_no_statement()
    {
        using var db = new ShelfContext(s_options);
        using var relational = new ShelfContext(new DbContextOptionsBuilder<ShelfContext>().AmongManyContexts()
            .UseSqlite("Data Source=:memory:", sqlite => sqlite.UseRelationalNulls()).Options);
        Assert.Same(db.Model, relational.Model);

        using var asInCode = NotIn(db, 7);
        using var asInSql = NotIn(relational, 7);

        Assert.Contains("IS NULL", asInCode.CommandText, StringComparison.Ordinal);
        Assert.DoesNotContain("IS NULL", asInSql.CommandText, StringComparison.Ordinal);
    }

    private static DbCommand NotIn(ShelfContext db, int room) =>
        CompiledQueries.Command(db, () => db.Books.Where(book => book.Room != room));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndForget(ShelfContext second)
    {
        using var first = new ShelfContext(s_options);
        Assert.Same(second.Model, first.Model);
        using var command = Own(first, 1, []);
        Assert.Equal(1, ValueOf(command));
        return new(first);
    }

    private static DbCommand Own(ShelfContext db, int shelf, int[] calls) => CompiledQueries.Command(db, () =>
    {
        if (calls.Length > 0)
            calls[0]++;
        return db.Books.Where(book => book.Shelf == shelf);
    });

    private static DbCommand Foreign(ShelfContext db, Func<IQueryable<Book>> books, int[] calls) => CompiledQueries.Command(db, () =>
    {
        calls[0]++;
        return books();
    });

    private static IQueryable<Book> On(ShelfContext db, int shelf) => db.Books.Where(book => book.Shelf == shelf);

    private static int ValueOf(DbCommand command) =>
        Convert.ToInt32(Assert.Single(command.Parameters.Cast<DbParameter>()).Value, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class ShelfContext(DbContextOptions<ShelfContext> options) : DbContext(options)
    {
        public DbSet<Book> Books => Set<Book>();
    }

    private sealed class Book
    {
        public int Id { get; init; }

        public int Shelf { get; init; }

        public int? Room { get; init; }
    }
}
