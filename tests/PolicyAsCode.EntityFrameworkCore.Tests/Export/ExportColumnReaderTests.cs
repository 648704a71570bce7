using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Export;

/// <summary>Which columns a copy reads by itself, and which EF Core has to.</summary>
public sealed class ExportColumnReaderTests
{
    [Theory]
    [InlineData(nameof(Parcel.Plain), true)]
    [InlineData(nameof(Parcel.Converted), true)]
    [InlineData(nameof(Parcel.MadeOfNull), false)]
    public void What_a_converter_makes_of_null_is_read_by_EF_Core(string name, bool isReadHere)
    {
        using var db = new ParcelContext(new DbContextOptionsBuilder<ParcelContext>().AmongManyContexts().UseSqlite("Data Source=:memory:").Options);
        var property = db.Model.FindEntityType(typeof(Parcel))!.FindProperty(name)!;
        Assert.Equal(isReadHere, ExportColumnReader.Of(property, 0) is not null);
    }

    private sealed class ParcelContext(DbContextOptions<ParcelContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder model) => model.Entity<Parcel>(parcel =>
        {
            parcel.Property(row => row.Converted).HasConversion(text => text == null ? null : text.Trim(), text => text);
            parcel.Property(row => row.MadeOfNull).HasConversion(new NoneIsNull());
        });
    }

#pragma warning disable EF1001 // That a converter converts null has no public way to say it yet, and is used all the same.
    private sealed class NoneIsNull() : ValueConverter<string, string?>(
        text => text == "none" ? null : text, text => text ?? "none", convertsNulls: true);
#pragma warning restore EF1001

    private sealed class Parcel
    {
        public int Id { get; init; }

        public string? Plain { get; set; }

        public string? Converted { get; set; }

        public string MadeOfNull { get; set; } = "none";
    }
}
