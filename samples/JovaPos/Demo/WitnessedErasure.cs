using JovaPos.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>The generated erasure, with its receipt kept for the demo to print.</summary>
internal sealed class WitnessedErasure(ShopContextPrivacy generated, ErasureWitness witness) : ISubjectErasure
{
    public IReadOnlyCollection<string> Subjects => generated.Subjects;

    public string Canonical(string subject, string subjectId) => generated.Canonical(subject, subjectId);

    public async Task<ErasureReceipt> EraseAsync(
        string subject, string subjectId, ErasureOptions? options = null, CancellationToken cancel = default) =>
        witness.Receipt = await generated.EraseAsync(subject, subjectId, options, cancel);
}
