using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Leases in <c>privacy_leases</c>, by statements of which each decides by itself: no lock outlives one.</summary>
internal sealed class Leases(DbContext db, TimeProvider time) : ILeases
{
    private IQueryable<PrivacyLease> Rows => db.Set<PrivacyLease>().IgnoreQueryFilters().AsNoTracking();

    public async Task<ILease?> TryTakeAsync(string name, TimeSpan duration, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("A lease is taken outside of transactions: others must see it at once.");

        var now = time.GetUtcNow();
        var owner = Guid.CreateVersion7(now);
        var until = now + duration;
        var node = Environment.MachineName;
        var taken = await Rows.Where(lease => lease.Name == name && lease.Until <= now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.Owner, owner).SetProperty(lease => lease.Fence, lease => lease.Fence + 1)
                    .SetProperty(lease => lease.Node, node).SetProperty(lease => lease.TakenAt, now)
                    .SetProperty(lease => lease.Until, until), cancel)
            .ConfigureAwait(false);
        if (taken == 0 && !await InsertAsync(new(name, owner, node, now, until), cancel).ConfigureAwait(false))
            return null;

        var fence = await Rows.Where(lease => lease.Name == name && lease.Owner == owner)
            .Select(lease => (long?)lease.Fence).SingleOrDefaultAsync(cancel).ConfigureAwait(false);
        return fence is { } number ? new Held(this, name, owner, number, duration) : null;
    }

    /// <summary>The first taking ever; false where the row is there, or somebody was quicker.</summary>
    private async Task<bool> InsertAsync(PrivacyLease lease, CancellationToken cancel)
    {
        if (await ExistsAsync().ConfigureAwait(false))
            return false;
        try
        {
            await db.InsertRowAsync(lease, cancel).ConfigureAwait(false);
            return true;
        }
        catch (DbException)
        {
            if (await ExistsAsync().ConfigureAwait(false))
                return false;
            throw;
        }

        Task<bool> ExistsAsync() => Rows.AnyAsync(other => other.Name == lease.Name, cancel);
    }

    /// <summary>
    /// Renews a lease and inserts a row, in the transaction that is open, by one way to the database and back where its
    /// provider takes two statements at once; false where the lease is lost, and then the transaction must not commit.
    /// </summary>
    public static async Task<bool> RenewAndInsertAsync<TRow>(DbContext db, ILease lease, TRow row, CancellationToken cancel)
        where TRow : class
    {
        if (lease is not Held held || db.Database.ProviderName is not ("Npgsql.EntityFrameworkCore.PostgreSQL" or "Microsoft.EntityFrameworkCore.Sqlite"))
        {
            if (!await lease.RenewAsync(cancel).ConfigureAwait(false))
                return false;
            await db.InsertRowAsync(row, cancel).ConfigureAwait(false);
            return true;
        }

        var (renewal, values) = held.Renewal(db);
        var (insert, more) = db.InsertOf(row, values.Count);
        var both = renewal + "; " + insert;
        return await db.Database.ExecuteSqlRawAsync(both, [.. values, .. more], cancel).ConfigureAwait(false) == 2;
    }

    private async Task<bool> ExtendAsync(Held lease, DateTimeOffset until, CancellationToken cancel) =>
        await Rows.Where(row => row.Name == lease.Name && row.Owner == lease.Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, until), cancel).ConfigureAwait(false) == 1;

    private sealed class Held(Leases leases, string name, Guid owner, long fence, TimeSpan duration) : ILease
    {
        public string Name => name;

        public long Fence => fence;

        public Guid Owner => owner;

        /// <summary>What renews it, as SQL with the model's names.</summary>
        public (string Sql, IReadOnlyList<object> Values) Renewal(DbContext db)
        {
            var mapping = db.Model.FindEntityType(typeof(PrivacyLease))!.GetTableMappings().Single();
            var sql = db.GetService<ISqlGenerationHelper>();
            var values = new List<object>();
            var table = sql.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema);
            return (
                $"UPDATE {table} SET {Is(nameof(PrivacyLease.Until), leases.Now + duration)} WHERE "
                    + $"{Is(nameof(PrivacyLease.Name), name)} AND {Is(nameof(PrivacyLease.Owner), owner)}",
                values);

            string Is(string property, object value)
            {
                var column = mapping.ColumnMappings.Single(one => one.Property.Name == property);
                values.Add(column.TypeMapping.Converter?.ConvertToProvider(value) ?? value);
                return FormattableString.Invariant($"{sql.DelimitIdentifier(column.Column.Name)} = {{{values.Count - 1}}}");
            }
        }

        public Task<bool> RenewAsync(CancellationToken cancel = default) =>
            leases.ExtendAsync(this, leases.Now + duration, cancel);

        public async ValueTask DisposeAsync()
        {
            try
            {
                await leases.ExtendAsync(this, leases.Now, CancellationToken.None).ConfigureAwait(false);
            }
            catch (DbException)
            {
                // Whatever broke the connection must not be hidden by this; an unreturned lease expires by itself.
            }
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
