using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>The receipt of the last erasure that a request carried out.</summary>
internal sealed class ErasureWitness
{
    public ErasureReceipt? Receipt { get; set; }
}
