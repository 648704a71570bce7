using System.Security.Cryptography;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Keys that are gone with the process: for tests.</summary>
/// <param name="time">The clock; null takes the system's.</param>
public sealed class MemorySubjectKeys(TimeProvider? time = null) : ISubjectKeys
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PrivacySubject, List<Held>> _keys = [];
    private readonly byte[] _indexKey = RandomNumberGenerator.GetBytes(SealingKey.Size);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public SealingKey Obtain(PrivacySubject subject)
    {
        lock (_lock)
            return _keys.TryGetValue(subject, out var held) && held[^1].SupersededAt is null
                ? held[^1].Key
                : Add(subject, null);
    }

    /// <inheritdoc/>
    public SealingKey? Find(string keyId)
    {
        lock (_lock)
            return _keys.Values.SelectMany(held => held).FirstOrDefault(one => one.Key.Id == keyId)?.Key;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SubjectKeyState> List(PrivacySubject subject)
    {
        lock (_lock)
            return _keys.TryGetValue(subject, out var held) ? [.. held.Select(State)] : [];
    }

    /// <inheritdoc/>
    public SealingKey Rotate(PrivacySubject subject, string? once = null)
    {
        lock (_lock)
        {
            if (!_keys.TryGetValue(subject, out var held))
                return Add(subject, once);
            var last = held[^1];
            if (once is not null && last.Once == once && last.SupersededAt is null)
                return last.Key;
            held[^1] = last with { SupersededAt = last.SupersededAt ?? _time.GetUtcNow() };
            return Add(subject, once);
        }
    }

    /// <inheritdoc/>
    public void Retire(PrivacySubject subject, string once)
    {
        lock (_lock)
            if (_keys.TryGetValue(subject, out var held) && held[^1].Once != once)
            {
                held[^1] = held[^1] with { SupersededAt = held[^1].SupersededAt ?? _time.GetUtcNow(), Once = once };
                for (var at = 0; at < held.Count; at++)
                    held[at] = held[at] with { IsRetired = true };
            }
    }

    /// <inheritdoc/>
    public bool Delete(PrivacySubject subject)
    {
        lock (_lock)
            return _keys.Remove(subject);
    }

    /// <inheritdoc/>
    public bool DeleteSuperseded(PrivacySubject subject, string keyId)
    {
        lock (_lock)
        {
            if (!_keys.TryGetValue(subject, out var held))
                return false;
            if (held.Exists(one => one.Key.Id == keyId && one.SupersededAt is null))
                throw new InvalidOperationException($"The key {keyId} seals: it is rotated before it is deleted.");
            var wasOne = held.RemoveAll(one => one.Key.Id == keyId) > 0;
            if (held.Count == 0)
                _keys.Remove(subject);
            return wasOne;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<SubjectKeyState> Superseded()
    {
        lock (_lock)
            return [.. _keys.Values.SelectMany(held => held).Where(one => one.SupersededAt is not null).Select(State)];
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> IndexKey() => _indexKey;

    private SealingKey Add(PrivacySubject subject, string? once)
    {
        var key = SealingKey.Create(subject, _time.GetUtcNow());
        if (!_keys.TryGetValue(subject, out var held))
            _keys.Add(subject, held = []);
        // The occasion of the key before is over for this one too.
        held.Add(new(key, once ?? held.LastOrDefault()?.Once, null));
        return key;
    }

    private static SubjectKeyState State(Held held) =>
        new(held.Key.Id, held.Key.Subject, held.Key.CreatedAt, held.SupersededAt) { IsRetired = held.IsRetired };

    private sealed record Held(SealingKey Key, string? Once, DateTimeOffset? SupersededAt, bool IsRetired = false);
}
