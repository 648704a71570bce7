using Alpokat.Data;

namespace Alpokat.Violations;

/// <summary>What an authority is told that nobody asked for.</summary>
public sealed class TalkativeClerks(IClerk clerk)
{
    [Purpose(Purposes.IdentityVerification)]
    public void Document(IdentityDocument document) => clerk.Scan(document.Scan); // expect: PAC3006 ALPO-6.1

    [Purpose(Purposes.Communication)]
    public void Gossip(Merchant merchant) => clerk.Tell(merchant.Email); // expect: PAC3006 ALPO-6.1

    [Purpose(Purposes.Security)]
    public void Devices(Visit visit) => clerk.Tell(visit.DeviceId); // expect: PAC3006 ALPO-6.2

    [Purpose(Purposes.LegalCompliance)]
    public void Clean(Merchant merchant) => clerk.Tell(merchant.Email);
}

/// <summary>Somebody at an authority.</summary>
[Recipient(Recipients.Authority)]
public interface IClerk
{
    void Tell(string? line);

    void Scan(byte[]? scan);
}
