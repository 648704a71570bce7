namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Up to where anchors have expired, exclusive: a row whose anchor lies before it is over its time.</summary>
/// <param name="Moment">For anchors that are moments.</param>
/// <param name="Day">For anchors that are days.</param>
public readonly record struct RetentionCutoff(DateTimeOffset Moment, DateOnly Day)
{
    /// <summary>For anchors that are a <see cref="DateTime"/> in UTC.</summary>
    public DateTime UtcMoment => Moment.UtcDateTime;
}
