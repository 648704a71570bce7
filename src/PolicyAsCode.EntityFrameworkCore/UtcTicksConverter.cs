using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Stores a moment as its UTC ticks. SQLite keeps a <see cref="DateTimeOffset"/> as text with its offset, which EF Core
/// refuses to order and to compare; a number it can. The offset is not kept: what is read back is UTC.
/// </summary>
public sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
