namespace Alpokat.Disclosure;

/// <summary>An authority: it asked lawfully, or a crime is reported to it [ALPO-6.1, ALPO-6.2].</summary>
[Recipient(Recipients.Authority)]
public interface IAuthority
{
    Task HandOverAsync(string reference, DisclosedMerchant merchant, CancellationToken cancel);

    Task ReportAsync(ReportedSignal signal, CancellationToken cancel);
}
