using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Whether what a converter stores orders as the moments do that it converts: asked of the converter itself.</summary>
internal static class TimeOrder
{
    private static readonly DateTime[] s_moments =
    [
        new(1999, 12, 31, 23, 59, 59), new(2001, 2, 3, 4, 5, 6), new(2001, 11, 2, 22, 0, 0), new(2009, 9, 9, 9, 0, 0),
        new(2019, 1, 30, 0, 0, 0), new(2026, 10, 5, 12, 30, 0), new(2050, 1, 1, 0, 0, 0),
    ];

    /// <summary>Text is never taken for ordered: by which rules a column compares it, the model does not say.</summary>
    public static bool IsKeptBy(ValueConverter converter, Type moment)
    {
        if (!IsOrdered(Nullable.GetUnderlyingType(converter.ProviderClrType) ?? converter.ProviderClrType))
            return false;
        try
        {
            object? last = null;
            foreach (var at in s_moments)
            {
                if (Given(at, moment, TimeSpan.Zero) is not { } given || converter.ConvertToProvider(given) is not IComparable stored)
                    return false;
                if (last is not null && stored.CompareTo(last) <= 0)
                    return false;
                // The same moment, said in Jakarta: its place in the order is the same.
                if (moment == typeof(DateTimeOffset)
                    && stored.CompareTo(converter.ConvertToProvider(Given(at, moment, TimeSpan.FromHours(7)))) != 0)
                    return false;
                last = stored;
            }
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidCastException or FormatException or OverflowException or NotSupportedException)
        {
            return false;
        }

        return true;
    }

    private static object? Given(DateTime at, Type moment, TimeSpan offset) =>
        moment == typeof(DateTimeOffset) ? new DateTimeOffset(at, TimeSpan.Zero).ToOffset(offset)
        : moment == typeof(DateTime) ? DateTime.SpecifyKind(at, DateTimeKind.Utc)
        : moment == typeof(DateOnly) ? DateOnly.FromDateTime(at)
        : null;

    private static bool IsOrdered(Type stored) =>
        stored == typeof(long) || stored == typeof(int) || stored == typeof(double) || stored == typeof(DateTime)
        || stored == typeof(DateTimeOffset) || stored == typeof(DateOnly);
}
