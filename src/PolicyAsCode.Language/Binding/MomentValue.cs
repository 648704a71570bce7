using System.Globalization;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>A day, and the time of it where that was said.</summary>
/// <param name="Day">The day, as written.</param>
/// <param name="Time">The time with its offset; null where only a day was said.</param>
internal readonly record struct Moment(CalendarDate Day, DateTimeOffset? Time);

/// <summary>A date, or a time with its offset.</summary>
internal sealed class MomentValue : ScalarValue<Moment>
{
    private static readonly string[] s_times = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    /// <inheritdoc/>
    public override Message Expectation => Message.Of("Values.DateOrTime");

    /// <inheritdoc/>
    public override Written Written => new Written.Text(WrittenPatterns.DayOrTime);

    /// <inheritdoc/>
    protected override bool TryRead(ScalarNode scalar, BindingContext context, out Moment value)
    {
        value = default;
        var text = scalar.Value;
        DateTimeOffset? time = DateTimeOffset.TryParseExact(
            text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (!CalendarDate.TryParse(time is null ? text : text.Substring(0, 10), out var day))
            return !ImpossibleDay.Report(scalar, context) && Refuse(scalar, context);
        value = new(day, time);
        return true;
    }
}
