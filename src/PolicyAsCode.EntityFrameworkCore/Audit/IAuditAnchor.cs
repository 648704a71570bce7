using System.Runtime.CompilerServices;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Keeps the end of the chain where whoever writes to the database cannot reach it: by it, it is found that the end was cut
/// off, or the whole chain made anew.
/// </summary>
public interface IAuditAnchor
{
    /// <summary>Keeps the end of the chain; called after each sealing.</summary>
    /// <param name="point">The end.</param>
    /// <param name="cancel">Stops.</param>
    Task WriteAsync(AuditAnchorPoint point, CancellationToken cancel);

    /// <summary>The end that was kept last; null where none was.</summary>
    /// <param name="cancel">Stops.</param>
    Task<AuditAnchorPoint?> LastAsync(CancellationToken cancel);

    /// <summary>
    /// All that were kept, in any order: each of them must be in the chain. By the last one alone, which is what an anchor
    /// gives that does not say more, a chain that was made anew and went on since is not found.
    /// </summary>
    /// <param name="cancel">Stops.</param>
    async IAsyncEnumerable<AuditAnchorPoint> PointsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (await LastAsync(cancel).ConfigureAwait(false) is { } last)
            yield return last;
    }
}
