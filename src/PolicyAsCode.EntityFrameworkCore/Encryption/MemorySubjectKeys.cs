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
            return _keys.TryGetValue(subject, out var held) ? held[^1].Key : Add(subject, null);
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
            if (once is not null && held[^1].Once == once)
                return held[^1].Key;
            held[^1] = held[^1] with { SupersededAt = _time.GetUtcNow() };
            return Add(subject, once);
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
            if (held[^1].Key.Id == keyId)
                throw new InvalidOperationException($"The key {keyId} seals: it is rotated before it is deleted.");
            return held.RemoveAll(one => one.Key.Id == keyId) > 0;
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
        held.Add(new(key, once, null));
        return key;
    }

    private static SubjectKeyState State(Held held) => new(held.Key.Id, held.Key.Subject, held.Key.CreatedAt, held.SupersededAt);

    private sealed record Held(SealingKey Key, string? Once, DateTimeOffset? SupersededAt);
}
