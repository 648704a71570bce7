using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Keys in a folder, one file each, sealed by an <see cref="IKeyWrapper"/>. Several processes may share the folder.
/// It must lie on a disk that neither the database's backups nor snapshots take: a key that lies in one of them is not gone.
/// </summary>
/// <remarks>
/// <c>keys/NAME</c> holds a key with whose it is; <c>subjects/HASH</c> lists the names of a person's keys, the last one
/// seals. A key is written before it is listed and deleted before the list is: whatever is lost between, no value was
/// sealed by a key that is not there, and no deleted key is left. <c>subject-keys</c> is what <see cref="Initialise"/>
/// wrote: a folder without it is the empty place where a volume should be mounted, and no key in it says nothing.
/// </remarks>
public sealed class FileSubjectKeys : ISubjectKeys
{
    private const string Marker = "subject-keys";
    private const int Stripes = 64;
    private const int MostCached = 10_000;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly IKeyWrapper _wrapper;
    private readonly TimeProvider _time;
    private readonly TimeSpan _cacheFor;
    private readonly Lock[] _locks = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];
    private readonly ConcurrentDictionary<string, Cached> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PrivacySubject, Cached> _current = new();
    private byte[]? _indexKey;

    /// <summary>Opens a folder that <see cref="Initialise"/> has made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="wrapper">Seals the keys.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <param name="cacheFor">
    /// How long a key is kept in memory, a minute if null: for as long another process can still open what belongs to a
    /// person whose key was deleted here.
    /// </param>
    public FileSubjectKeys(string folder, IKeyWrapper wrapper, TimeProvider? time = null, TimeSpan? cacheFor = null)
    {
        (_folder, _wrapper, _time) = (Path.GetFullPath(folder), wrapper, time ?? TimeProvider.System);
        _cacheFor = cacheFor ?? TimeSpan.FromMinutes(1);
        RequireMarker();
    }

    /// <summary>
    /// Makes a folder for keys, for nobody but the process's own user: once, when the application is set up. It is no part
    /// of the application's start: made at each of them, a volume that is not mounted would be a folder without keys, in
    /// which every erasure finds nothing to delete, and whose new keys are gone when the volume is back.
    /// </summary>
    /// <param name="folder">The folder; one that is there already becomes a folder for keys, with what is in it.</param>
    /// <exception cref="InvalidOperationException">It is a folder for keys already.</exception>
    public static void Initialise(string folder)
    {
        folder = Path.GetFullPath(folder);
        var marker = Path.Combine(folder, Marker);
        if (File.Exists(marker))
            throw new InvalidOperationException($"{folder} is a folder for the keys of people already: it is initialised once.");
        foreach (var part in (string[])["", "keys", "subjects", "locks"])
            DurableFile.CreateFolder(Path.Combine(folder, part));
        // The last: a folder that has it is whole.
        DurableFile.Write(marker, "Keys of people, format 1\n"u8.ToArray(), overwrite: false);
    }

    /// <inheritdoc/>
    public SealingKey Obtain(PrivacySubject subject)
    {
        if (_current.TryGetValue(subject, out var cached) && cached.Until > _time.GetTimestamp())
            return cached.Key;
        if (Current(subject) is { } found)
            return Remember(found, isCurrent: true);
        return Locked(subject, () => Remember(Current(subject) ?? Add(subject, Living(subject), null), isCurrent: true));
    }

    /// <inheritdoc/>
    public SealingKey? Find(string keyId)
    {
        if (_byId.TryGetValue(keyId, out var cached) && cached.Until > _time.GetTimestamp())
            return cached.Key;
        return Read(keyId) is { } key ? Remember(key, isCurrent: false) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SubjectKeyState> List(PrivacySubject subject) =>
        [.. Living(subject).Select(entry => entry.State(subject))];

    /// <inheritdoc/>
    public SealingKey Rotate(PrivacySubject subject, string? once = null) => Locked(subject, () =>
    {
        var entries = ReadList(subject);
        if (once is not null && entries is [.., { SupersededAt: null } last] && last.Once == Once(once)
            && Read(last.KeyId) is { } done)
            return done;
        if (entries.Count > 0)
            entries[^1] = entries[^1] with { SupersededAt = entries[^1].SupersededAt ?? _time.GetUtcNow() };
        return Remember(Add(subject, entries, once), isCurrent: true);
    });

    /// <inheritdoc/>
    public void Retire(PrivacySubject subject, string once) => Locked(subject, () =>
    {
        // Entries without a key are what a crash has left of a deletion: they go as well.
        var entries = Living(subject);
        if (entries.Count > 0 && entries[^1].Once != Once(once))
        {
            entries[^1] = entries[^1] with { SupersededAt = entries[^1].SupersededAt ?? _time.GetUtcNow(), Once = Once(once) };
            entries = entries.ConvertAll(entry => entry with { IsRetired = true });
        }

        WriteList(subject, entries);
        return _current.TryRemove(subject, out _);
    });

    /// <inheritdoc/>
    public bool Delete(PrivacySubject subject) => Locked(subject, () =>
    {
        var wasOne = false;
        foreach (var entry in ReadList(subject))
        {
            wasOne |= DurableFile.Delete(KeyPath(entry.KeyId));
            _byId.TryRemove(entry.KeyId, out _);
        }

        _current.TryRemove(subject, out _);
        DurableFile.Delete(ListPath(subject));
        return wasOne;
    });

    /// <inheritdoc/>
    public bool DeleteSuperseded(PrivacySubject subject, string keyId) => Locked(subject, () =>
    {
        var entries = ReadList(subject);
        if (entries.FindIndex(entry => entry.KeyId == keyId) is not (>= 0 and var at))
            return false;
        if (entries[at].SupersededAt is null)
            throw new InvalidOperationException($"The key {keyId} seals: it is rotated before it is deleted.");
        DurableFile.Delete(KeyPath(keyId));
        _byId.TryRemove(keyId, out _);
        entries.RemoveAt(at);
        WriteList(subject, entries);
        return true;
    });

    /// <inheritdoc/>
    public IEnumerable<SubjectKeyState> Superseded()
    {
        RequireMarker();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(_folder, "subjects")))
        {
            if (path.EndsWith(".part", StringComparison.Ordinal))
                continue;
            foreach (var entry in ParseList(DurableFile.Read(path)))
                // Whose it is stands in the key alone, sealed.
                if (entry.SupersededAt is not null && Read(entry.KeyId) is { } key)
                    yield return entry.State(key.Subject);
        }
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> IndexKey()
    {
        if (_indexKey is { } known)
            return known;
        RequireMarker();
        var path = Path.Combine(_folder, "index.key");
        using (DurableFile.Lock(Path.Combine(_folder, "locks", "index"), s_longestWait))
        {
            if (DurableFile.Read(path) is { } wrapped)
                return _indexKey = _wrapper.Unwrap(wrapped);
            var key = RandomNumberGenerator.GetBytes(SealingKey.Size);
            DurableFile.Write(path, _wrapper.Wrap(key), overwrite: false);
            return _indexKey = key;
        }
    }

    /// <summary>Where nothing is found and before anything is written: the volume may have gone while this runs.</summary>
    private void RequireMarker()
    {
        if (!File.Exists(Path.Combine(_folder, Marker)))
            throw new InvalidOperationException(
                $"{_folder} is no folder for the keys of people: the file {Marker} is not in it. On the first use, make it with "
                + $"{nameof(FileSubjectKeys)}.{nameof(Initialise)}(folder), once. Otherwise the volume with the keys is not mounted, or "
                + "the path is another: do not initialise it then, keys that are made in its place are lost.");
    }

    private T Locked<T>(PrivacySubject subject, Func<T> work)
    {
        RequireMarker();
        var stripe = SHA256.HashData(Text(subject))[0] % Stripes;
        // Threads of this process wait for each other here, processes at the file.
        lock (_locks[stripe])
        {
            var path = Path.Combine(_folder, "locks", stripe.ToString(CultureInfo.InvariantCulture));
            using (DurableFile.Lock(path, s_longestWait))
                return work();
        }
    }

    private SealingKey? Current(PrivacySubject subject) =>
        ReadList(subject) is [.., { SupersededAt: null } last] ? Read(last.KeyId) : null;

    private List<Entry> Living(PrivacySubject subject) =>
        [.. ReadList(subject).Where(entry => File.Exists(KeyPath(entry.KeyId)))];

    private SealingKey Add(PrivacySubject subject, List<Entry> others, string? once)
    {
        var key = SealingKey.Create(subject, _time.GetUtcNow());
        DurableFile.Write(KeyPath(key.Id), _wrapper.Wrap(Content(key)), overwrite: false);
        // The occasion of the key before is over for this one too.
        others.Add(new(key.Id, key.CreatedAt, null, once is null ? others.LastOrDefault()?.Once : Once(once)));
        WriteList(subject, others);
        return key;
    }

    private SealingKey Remember(SealingKey key, bool isCurrent)
    {
        if (_cacheFor <= TimeSpan.Zero)
            return key;
        if (_byId.Count >= MostCached)
            _byId.Clear();
        if (_current.Count >= MostCached)
            _current.Clear();
        var cached = new Cached(key, _time.GetTimestamp() + (long)(_cacheFor.TotalSeconds * _time.TimestampFrequency));
        _byId[key.Id] = cached;
        if (isCurrent)
            _current[key.Subject] = cached;
        return key;
    }

    private SealingKey? Read(string keyId)
    {
        // The name comes from the database: it becomes part of a path only if it can be one of ours.
        if (!SealedText.IsKeyId(keyId) || ReadFile(KeyPath(keyId)) is not { } wrapped)
            return null;
        using var reader = new BinaryReader(new MemoryStream(_wrapper.Unwrap(wrapped)), Encoding.UTF8);
        var isOurs = reader.ReadByte() == 1 && reader.ReadString() == keyId;
        if (!isOurs)
            throw new InvalidDataException($"The file of the key {keyId} holds another key.");
        var createdAt = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        var subject = new PrivacySubject(reader.ReadString(), reader.ReadString());
        return new(keyId, subject, createdAt, reader.ReadBytes(SealingKey.Size));
    }

    private static byte[] Content(SealingKey key)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write((byte)1);
            writer.Write(key.Id);
            writer.Write(key.CreatedAt.UtcTicks);
            writer.Write(key.Subject.Kind);
            writer.Write(key.Subject.Id);
            writer.Write(key.Material.Span);
        }

        return bytes.ToArray();
    }

    // Names of keys tell small letters from capitals, and not every file system does.
    private string KeyPath(string keyId) =>
        Path.Combine(_folder, "keys", Convert.ToHexStringLower(System.Buffers.Text.Base64Url.DecodeFromChars(keyId)));

    private string ListPath(PrivacySubject subject) =>
        Path.Combine(_folder, "subjects", Convert.ToHexStringLower(SHA256.HashData(Text(subject))));

    private List<Entry> ReadList(PrivacySubject subject) => ParseList(ReadFile(ListPath(subject)));

    private byte[]? ReadFile(string path)
    {
        var content = DurableFile.Read(path);
        if (content is null)
            RequireMarker();
        return content;
    }

    private void WriteList(PrivacySubject subject, List<Entry> entries)
    {
        if (entries.Count == 0)
            DurableFile.Delete(ListPath(subject));
        else
            DurableFile.Write(
                ListPath(subject),
                Encoding.ASCII.GetBytes(string.Concat(entries.Select(entry => entry.Line() + "\n"))), overwrite: true);
    }

    private static List<Entry> ParseList(byte[]? content) =>
        content is null
            ? []
            : [.. Encoding.ASCII.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Entry.Parse)];

    private static byte[] Text(PrivacySubject subject) => Encoding.UTF8.GetBytes(subject.Kind + "\0" + subject.Id);

    private static string Once(string occasion) => SealedText.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(occasion)));

    private sealed record Cached(SealingKey Key, long Until);

    private sealed record Entry(
        string KeyId, DateTimeOffset CreatedAt, DateTimeOffset? SupersededAt, string? Once, bool IsRetired = false)
    {
        private const string Retired = "retired";

        public static Entry Parse(string line)
        {
            var parts = line.Split(' ');
            // A list of an earlier version has four parts in a line.
            return new(
                parts[0], Moment(parts[1]), parts[2] == "-" ? null : Moment(parts[2]), parts[3] == "-" ? null : parts[3],
                parts is [_, _, _, _, Retired, ..]);
        }

        public string Line() => string.Create(
            CultureInfo.InvariantCulture,
            $"{KeyId} {CreatedAt.UtcTicks} {SupersededAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "-"} {Once ?? "-"}{(IsRetired ? " " + Retired : "")}");

        public SubjectKeyState State(PrivacySubject subject) =>
            new(KeyId, subject, CreatedAt, SupersededAt) { IsRetired = IsRetired };

        private static DateTimeOffset Moment(string ticks) =>
            new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
    }
}
