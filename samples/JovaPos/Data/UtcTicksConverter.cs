using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JovaPos.Data;

/// <summary>Stores a moment as UTC ticks: EF Core orders and compares those on every database, SQLite included.</summary>
public sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
