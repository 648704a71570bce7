using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Rectifications;

/// <summary>Days and moments mean the same to everybody who reads them.</summary>
public sealed class FieldTextTests
{
    [Theory]
    [InlineData(nameof(Row.Moment), "03/04/2026", null, DateTimeKind.Utc)]
    [InlineData(nameof(Row.Moment), "4 March", null, DateTimeKind.Utc)]
    [InlineData(nameof(Row.Moment), "2026-04-03", "2026-04-03T00:00:00", DateTimeKind.Utc)]
    [InlineData(nameof(Row.Moment), "2026-04-03T09:30:00+07:00", "2026-04-03T02:30:00", DateTimeKind.Utc)]
    [InlineData(nameof(Row.Moment), "2026-04-03T02:30:00.1234567Z", "2026-04-03T02:30:00.1234567", DateTimeKind.Utc)]
    [InlineData(nameof(Row.Wall), "2026-04-03T09:30", "2026-04-03T09:30:00", DateTimeKind.Unspecified)]
    [InlineData(nameof(Row.Wall), "03/04/2026 09:30", null, DateTimeKind.Unspecified)]
    public void A_moment_is_read_as_iso_8601_and_as_its_column_keeps_it(
        string field, string text, string? expected, DateTimeKind kind)
    {
        using var db = new Rows();
        var isRead = FieldText.TryRead(db.Model.FindEntityType(typeof(Row))!.FindProperty(field)!, text, out var value);
        Assert.Equal(expected is not null, isRead);
        if (expected is not null)
        {
            var time = Assert.IsType<DateTime>(value);
            Assert.Equal((DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), kind), (time, time.Kind));
        }
    }

    private sealed class Row
    {
        public int Id { get; set; }

        public DateTime Moment { get; set; }

        public DateTime Wall { get; set; }
    }

    private sealed class Rows : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) =>
            options.UseNpgsql("Host=nowhere").AmongManyContexts();

        protected override void OnModelCreating(ModelBuilder model) =>
            model.Entity<Row>().Property(row => row.Wall).HasColumnType("timestamp without time zone");
    }
}
