namespace Alpokat.Disclosure;

/// <summary>There is no way to an authority yet: nothing is handed over, and nothing kept as if it had been.</summary>
public sealed class NoAuthority : IAuthority
{
    private const string NoWay = "No way to the authority is set up: register an IAuthority.";

    public Task HandOverAsync(string reference, DisclosedMerchant merchant, CancellationToken cancel) => throw new NotSupportedException(NoWay);

    public Task ReportAsync(ReportedSignal signal, CancellationToken cancel) => throw new NotSupportedException(NoWay);
}
