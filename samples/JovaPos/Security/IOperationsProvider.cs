namespace JovaPos.Security;

/// <summary>Who runs the shop's servers and keeps attackers from them [JOVA-2.1].</summary>
[Recipient(Recipients.ItProvider)]
public interface IOperationsProvider
{
    /// <summary>Has an address blocked from which somebody guesses passwords.</summary>
    Task BlockAsync([DataCategory(Categories.Device.IpAddress)] string ipAddress, CancellationToken cancel);
}
