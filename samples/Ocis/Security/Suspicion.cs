namespace Ocis.Security;

/// <summary>An address from which passwords are tried.</summary>
public sealed class Suspicion
{
    [DataCategory(Categories.Device.IpAddress)]
    public required string IpAddress { get; init; }

    public int Failures { get; init; }
}
