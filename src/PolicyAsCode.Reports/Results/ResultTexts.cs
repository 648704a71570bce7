namespace PolicyAsCode.Reports.Results;

/// <summary>What people are told of the files that were read, in parts without words.</summary>
internal static class ResultTexts
{
    /// <summary>A moment as in <c>2026-11-22 09:00 UTC</c>; a dash for none.</summary>
    public static string Moment(DateTimeOffset time) =>
        time == default ? "–" : time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
