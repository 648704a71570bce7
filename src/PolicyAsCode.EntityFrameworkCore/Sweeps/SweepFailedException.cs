namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Some rules of a retention sweep failed. The others went through, and are in the report.</summary>
public sealed class SweepFailedException : Exception
{
    internal SweepFailedException(SweepReport report, IReadOnlyList<Exception> failures)
        : base(
            $"{failures.Count} of the sweep's steps failed; {report.RowsChanged} rows were changed by the others. "
            + "What failed is tried again by the next sweep.",
            failures.Count == 1 ? failures[0] : new AggregateException(failures)) =>
        (Report, Failures) = (report, failures);

    /// <summary>What the rules came to that did not fail.</summary>
    public SweepReport Report { get; }

    /// <summary>What went wrong, in the order in which it did.</summary>
    public IReadOnlyList<Exception> Failures { get; }
}
