namespace PolicyAsCode.Language.Binding;

/// <summary>How dates and durations look, for editors; whether a day exists is for the checker to say.</summary>
internal static class WrittenPatterns
{
    /// <summary>A day: <c>2027-06-01</c>.</summary>
    public const string Day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    /// <summary>A day, or a time on it: <c>2027-06-01T21:00:00+07:00</c>.</summary>
    public const string DayOrTime =
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$";

    /// <summary>A duration: <c>18 months</c>, <c>30 business days</c>, <c>P18M</c>.</summary>
    public const string Duration =
        "^([0-9]{1,5} *(hours?|days?|business days?|weeks?|months?|years?)|P([0-9]{1,5}[DWMY]|T[0-9]{1,5}H))$";

    /// <summary>How loudly a rule speaks: <c>observe until 2026-12-31 then warning until 2027-03-31</c>.</summary>
    public const string Severity =
        "^(observe|warning|error)( until [0-9]{4}-[0-9]{2}-[0-9]{2}( then (warning|error) until [0-9]{4}-[0-9]{2}-[0-9]{2})*( then (warning|error))?)?$";
}
