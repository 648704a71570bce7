namespace Ocis.Statistics;

/// <summary>Who counts visits for OCIS, and is told what was done and not by whom [OCIS-3.2].</summary>
[Recipient(Recipients.AnalyticsProvider)]
public interface IAnalyticsProvider
{
    Task ReceiveAsync(IReadOnlyList<PseudonymousVisit> visits, CancellationToken cancel);
}
