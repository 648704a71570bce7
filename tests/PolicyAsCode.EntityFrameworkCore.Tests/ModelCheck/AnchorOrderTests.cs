using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.ModelCheck;

/// <summary>Time counts from a column that the database orders: what is stored otherwise is refused at the start.</summary>
public sealed class AnchorOrderTests
{
    private static readonly DateTimeOffset s_zero = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ticks")]
    [InlineData("days")]
    [InlineData("minutes since")]
    public void What_orders_by_time_is_accepted(string how) => Assert.Empty(Differences(how, nameof(Visit.At)));

    [Theory]
    [InlineData("text")]
    [InlineData("local text")]
    [InlineData("binary")]
    [InlineData("backwards")]
    [InlineData("as stored")]
    public void What_does_not_is_told(string how) =>
        Assert.Contains(nameof(Visit.At), Assert.Single(Differences(how, nameof(Visit.At))), StringComparison.Ordinal);

    [Fact]
    public void A_moment_in_JSON_is_text_which_SQLite_does_not_order_as_its_own() =>
        Assert.Contains("Stay.Began", Assert.Single(Differences("ticks", "Stay.Began")), StringComparison.Ordinal);

    [Fact]
    public void A_day_in_JSON_orders_as_text() => Assert.Empty(Differences("ticks", "Stay.Day"));

    private static IEnumerable<string> Differences(string how, string anchor)
    {
        using var db = new Doctors(new DbContextOptionsBuilder<Doctors>().UseSqlite("Data Source=:memory:").AmongManyContexts()
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, EachItsOwn>().Options, how);
        return new ModelAssumptions(
            [new(typeof(Visit), null, [nameof(Visit.Id)], [new(anchor, FieldUse.Compared)], [])]).Compare(db.Model).All;
    }

    private sealed class EachItsOwn : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }

    public sealed class Visit
    {
        public int Id { get; set; }

        public DateTimeOffset At { get; set; }

        public Stay? Stay { get; set; }
    }

    public sealed class Stay
    {
        public DateTime Began { get; set; }

        public DateOnly Day { get; set; }
    }

    private sealed class Doctors(DbContextOptions<Doctors> options, string how) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Visit>().OwnsOne(visit => visit.Stay, stay => stay.ToJson());
            Store(model.Entity<Visit>().Property(visit => visit.At));
        }

        private void Store(PropertyBuilder<DateTimeOffset> at) => _ = how switch
        {
            "ticks" => at.HasConversion<UtcTicksConverter>(),
            "days" => at.HasConversion(moment => DateOnly.FromDateTime(moment.UtcDateTime), day => new(day, default, TimeSpan.Zero)),
            "minutes since" => at.HasConversion(moment => (moment - s_zero).TotalMinutes, minutes => s_zero.AddMinutes(minutes)),
            "text" => at.HasConversion<string>(),
            "local text" => at.HasConversion(
                moment => moment.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
            "binary" => at.HasConversion<DateTimeOffsetToBinaryConverter>(),
            "backwards" => at.HasConversion(moment => -moment.UtcTicks, ticks => new(-ticks, TimeSpan.Zero)),
            "as stored" => at,
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
        };
    }
}
