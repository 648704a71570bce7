namespace OChat.Usage;

/// <summary>Who analyses on OChat's behalf, and gets pseudonymised data only [OCHAT-4.1].</summary>
[Recipient(Recipients.AnalyticsProvider)]
public interface IAnalyticsProvider
{
    Task ReceiveAsync(IReadOnlyList<PseudonymousVisit> visits, CancellationToken cancel);
}
