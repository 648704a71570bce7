using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.Proofs.Tests.Seeding;

/// <summary>The judge's calendar agrees with the run time's, which counts the other way round.</summary>
public sealed class ExpiryTests
{
    [Theory]
    [InlineData("Asia/Jakarta")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Pacific/Apia")]
    public void Forward_and_backward_come_to_the_same(string zone)
    {
        var random = new Random(7);
        var forward = new Expiry(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var backward = RetentionCalendar.In(zone);
        for (var i = 0; i < 400; i++)
        {
            var now = new DateTimeOffset(2012, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(0, 6_000_000));
            if (i % 2 == 0)
                now = forward.Start(forward.Day(now));
            var period = new RetentionPeriod(1 + random.Next(20), (RetentionUnit)random.Next(0, 5));
            var isMinimum = i % 3 == 0;
            foreach (var anchor in forward.Around(now, period, isMinimum, isDay: false).Cast<DateTimeOffset>())
            {
                var cutoff = isMinimum ? backward.Minimum(period, now) : backward.Maximum(period, now);
                Assert.True(
                    forward.IsOver(anchor, period, isMinimum, now) == anchor < cutoff.Moment, $"{zone}: {anchor:O} and {period} at {now:O}");
            }

            foreach (var anchor in forward.Around(now, period, isMinimum, isDay: true).Cast<DateOnly>())
            {
                var cutoff = isMinimum ? backward.Minimum(period, now) : backward.Maximum(period, now);
                Assert.True(
                    forward.IsOver(anchor, period, isMinimum, now) == anchor < cutoff.Day, $"{zone}: {anchor:O} and {period} at {now:O}");
            }
        }
    }
}
