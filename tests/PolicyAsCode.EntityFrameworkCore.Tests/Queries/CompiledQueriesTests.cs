using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Queries;

/// <summary>What is compiled once a model is every run's own, and keeps nothing of the first.</summary>
public sealed class CompiledQueriesTests
{
    // Handed to each context: EF Core's cache of models may be full of other tests'.
    private static readonly IModel s_model = ModelOfShelves();

    private static readonly DbContextOptions<ShelfContext> s_options = new DbContextOptionsBuilder<ShelfContext>()
        .AmongManyContexts().UseSqlite("Data Source=:memory:").UseModel(s_model).Options;

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
            .UseSqlite("Data Source=:memory:", sqlite => sqlite.UseRelationalNulls()).UseModel(s_model).Options);
        Assert.Same(db.Model, relational.Model);

        using var asInCode = NotIn(db, 7);
        using var asInSql = NotIn(relational, 7);

        Assert.Contains("IS NULL", asInCode.CommandText, StringComparison.Ordinal);
        Assert.DoesNotContain("IS NULL", asInSql.CommandText, StringComparison.Ordinal);
    }

    /// <summary>A text that is kept for a value is none for null, and the other way round.</summary>
    [Fact]
    public void A_value_that_is_null_has_a_statement_of_its_own()
    {
        using var db = Filled(new ShelfContext(s_options));
        foreach (var room in new int?[] { 7, null, 8, null, 7 })
            Assert.Equal(room is null ? [4] : [room - 6], Ids(CompiledQueries.Command(db, () => db.Books.Where(book => book.Room == room))));
    }

    /// <summary>What a filter asks of the context is another's the next time, and may be null: nobody sees what another may see.</summary>
    [Fact]
    public void What_a_filter_asks_of_the_context_is_asked_each_time()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        // Handed over: with a model of its own each would have a statement of its own.
        IModel? model = null;
        foreach (var room in new int?[] { null, 7, 8, null, 9 })
        {
            var options = new DbContextOptionsBuilder<RoomContext>().AmongManyContexts().UseSqlite(connection);
            using var db = new RoomContext((model is null ? options : options.UseModel(model)).Options) { Own = room };
            model = db.Model;
            Filled(db);
            Assert.Equal(room is null ? [4] : [room - 6], Ids(InRoom(db, 1)));
        }
    }

    /// <summary>Each of several values is a parameter.</summary>
    [Fact]
    public void Several_values_have_a_statement_for_each_number()
    {
        using var db = Filled(new ShelfContext(s_options));
        foreach (var rooms in new int?[][] { [7], [7, 8, 9], [], [8, null], [9] })
            Assert.Equal(
                rooms.Select(room => room is null ? 4 : room - 6).Order(),
                Ids(CompiledQueries.Command(db, () => db.Books.Where(book => rooms.Contains(book.Room)))));
    }

    /// <summary>EF Core says none of it anew: a run costs its command, and no more.</summary>
    [Fact]
    public void A_text_is_kept_where_only_values_differ()
    {
        using var db = new ShelfContext(s_options);
        string? first = null;
        foreach (var shelf in new[] { 1, 2, 3 })
            using (var command = Own(db, shelf, []))
                Assert.Same(first ??= command.CommandText, command.CommandText);
    }

    private static TContext Filled<TContext>(TContext db)
        where TContext : DbContext
    {
        db.Database.OpenConnection();
        if (db.Database.EnsureCreated())
        {
            db.AddRange(new Book { Id = 1, Shelf = 1, Room = 7 }, new Book { Id = 2, Shelf = 1, Room = 8 },
                new Book { Id = 3, Shelf = 1, Room = 9 }, new Book { Id = 4, Shelf = 1 });
            db.SaveChanges();
        }

        return db;
    }

    private static List<int?> Ids(DbCommand query)
    {
        var ids = new List<int?>();
        using (query)
        using (var rows = query.ExecuteReader())
            while (rows.Read())
                ids.Add(rows.GetInt32(0));
        ids.Sort();
        return ids;
    }

    private static DbCommand InRoom(RoomContext db, int shelf) =>
        CompiledQueries.Command(db, () => db.Books.Where(book => book.Shelf == shelf));

    private static IModel ModelOfShelves()
    {
        using var db = new ShelfContext(
            new DbContextOptionsBuilder<ShelfContext>().AmongManyContexts().UseSqlite("Data Source=:memory:").Options);
        return db.Model;
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

    private sealed class RoomContext(DbContextOptions<RoomContext> options) : DbContext(options)
    {
        public int? Own { get; init; }

        public DbSet<Book> Books => Set<Book>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Book>().HasQueryFilter(book => book.Room == Own);
    }

    private sealed class Book
    {
        public int Id { get; init; }

        public int Shelf { get; init; }

        public int? Room { get; init; }
    }
}
