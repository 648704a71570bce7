namespace PolicyAsCode.Reports.Model;

/// <summary>All that a report shows, in one language, without a trace of any format.</summary>
/// <param name="Language">The language of its words.</param>
/// <param name="Policies">The policies, by name.</param>
internal sealed record PrivacyReport(MessageLanguage Language, ImmutableArray<ReportedPolicy> Policies)
{
    /// <summary>The day whose dates count; null where none was named: then no days are counted.</summary>
    public CalendarDate? AsOf { get; init; }

    /// <summary>Whether built code was looked at.</summary>
    public bool HasCode { get; init; }

    /// <summary>Whether results of tests were read.</summary>
    public bool HasResults { get; init; }

    /// <summary>The rules about code that are named, and what they are called.</summary>
    public ImmutableArray<Named> Rules { get; init; } = [];
}
