using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>A database with two people, a world around it, and a node that serves them.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public static readonly Guid Ana = Guid.Parse("aaaaaaaa-0000-4000-8000-00000000000a");
    public static readonly Guid Budi = Guid.Parse("bbbbbbbb-0000-4000-8000-00000000000b");

    /// <summary>Wednesday 4 March 2026, ten in the morning in Jakarta.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 10, 0, 0, TimeSpan.FromHours(7));

    private Desk(DeskDatabase database, IEnumerable<string> stores)
    {
        Database = database;
        Node = new(database, World, Clock, stores);
    }

    public DeskDatabase Database { get; }

    public DeskWorld World { get; } = new();

    public DeskClock Clock { get; } = new(Start);

    public DeskNode Node { get; }

    public IPrivacyRequests Requests => Node.Requests;

    public static async Task<Desk> OpenAsync(Provider provider, params string[] stores)
    {
        var database = await DeskDatabase.OpenAsync(provider);
        await FillAsync(database);
        return new(database, stores);
    }

    public static async Task FillAsync(DeskDatabase database)
    {
        await using var db = database.Connect();
        db.AddRange(
            new DeskPerson { Id = Ana, Name = "ana", Email = "ana@mail.example" },
            new DeskPerson { Id = Budi, Name = "budi", Email = "budi@mail.example" },
            new DeskNote { Id = 1, PersonId = Ana, Text = "ana likes tea" },
            new DeskNote { Id = 2, PersonId = Budi, Text = "budi likes coffee" });
        await db.SaveChangesAsync();
    }

    public static NewPrivacyRequest Ask(PrivacyRight right, Guid? who = null) =>
        new(right, "customer", (who ?? Ana).ToString(), "form");

    /// <summary>A request that has come to its confirmation.</summary>
    public async Task<PrivacyRequest> ConfirmedAsync(NewPrivacyRequest asked)
    {
        var request = await Requests.ReceiveAsync(asked);
        await Requests.VouchForIdentityAsync(request.Id, "signed-in");
        return await Requests.ConfirmAsync(request.Id);
    }

    /// <summary>Works the outbox off until nothing is due.</summary>
    public async Task DispatchAsync()
    {
        while (await Node.Outbox.DispatchAsync() > 0)
        {
        }
    }

    public async Task<PrivacyRequest> FindAsync(Guid id) => (await Requests.FindAsync(id))!;

    /// <summary>Every value of every row of every table, as text.</summary>
    public Task<IReadOnlyList<string>> RowsAsync() => RowsAsync(Database);

    public static async Task<IReadOnlyList<string>> RowsAsync(DeskDatabase database)
    {
        await using var db = database.Connect();
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(table + " " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column =>
                    Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Database.DisposeAsync();
    }
}
