using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;
using SweepingNode;

// SweepingNode sqlite|postgresql CONNECTION NOW-TICKS sweep|CUSTOMER[/one-by-one] POINT kill|fail
// Sweeps, or erases a customer, and dies at the given point; with point 0 it says how many there are.
var (provider, connection, now, work, point, how) = (args[0], args[1], args[2], args[3], args[4], args[5]);
var death = new Death(int.Parse(point, CultureInfo.InvariantCulture), how == "fail");
var options = new DbContextOptionsBuilder<NodesContext>().AddInterceptors(death);
if (provider == "sqlite")
    options.UseSqlite(connection);
else
    options.UseNpgsql(connection);

await using var db = new NodesContext(options.Options);
var time = new FixedTime(new DateTimeOffset(long.Parse(now, CultureInfo.InvariantCulture), TimeSpan.Zero));
var privacy = new NodesContextPrivacy(db, time);
death.IsArmed = true;
if (work == "sweep")
    await privacy.SweepAsync(new SweepOptions(BatchSize: 2));
else
    await privacy.EraseCustomerAsync(
        Guid.Parse(work.Split('/')[0]), new() { OneByOne = work.EndsWith("/one-by-one", StringComparison.Ordinal) });
Console.WriteLine(death.Seen.ToString(CultureInfo.InvariantCulture));
return 0;
