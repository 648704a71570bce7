using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

/// <summary>Sees whether a transaction of a PostgreSQL database waits for another's lock.</summary>
internal static class PostgresWaits
{
    /// <summary>Until some transaction of the database waits.</summary>
    public static async Task UntilOneWaitsAsync(DbContext other, Task whatWaits)
    {
        for (var tries = 0; tries < 600 && !whatWaits.IsCompleted; tries++)
        {
            var waiting = await other.Database.SqlQueryRaw<int>(
                "SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                .SingleAsync();
            if (waiting > 0)
                return;
            await Task.Delay(50);
        }

        Assert.Fail("Nothing waited.");
    }
}
