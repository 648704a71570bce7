using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Reads that wait to be written: a query's own connection is busy with its rows. They are written by transactions of their
/// own; what is not written yet is lost when the process dies.
/// </summary>
internal sealed class AuditQueue(AuditTrail trail, int most)
{
    private const int Batch = 200;

    private readonly ConcurrentQueue<AuditDraft> _waiting = [];
    private readonly SemaphoreSlim _one = new(1);
    private List<AuditDraft> _taken = [];
    private int _count;

    public void Add(IEnumerable<AuditDraft> reads)
    {
        foreach (var read in reads)
        {
            _waiting.Enqueue(read);
            Interlocked.Increment(ref _count);
        }
    }

    public void EnsureRoom()
    {
        if (Volatile.Read(ref _count) is var waiting && waiting >= most)
            throw new AuditUnavailableException(waiting);
    }

    /// <summary>Writes what waited when it was called, and what came meanwhile.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            while (true)
            {
                // What could not be written is the first to be tried again.
                while (_taken.Count < Batch && _waiting.TryDequeue(out var read))
                    _taken.Add(read);
                if (_taken.Count == 0)
                    return;
                await trail.RunAsync(db => new AuditWriter(db).WriteAllAsync(_taken, cancel)).ConfigureAwait(false);
                Interlocked.Add(ref _count, -_taken.Count);
                _taken = [];
            }
        }
        finally
        {
            _one.Release();
        }
    }
}
