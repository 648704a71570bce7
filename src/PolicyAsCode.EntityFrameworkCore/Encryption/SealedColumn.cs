using System.Runtime.CompilerServices;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// An encrypted property. Its converter sees one value and never its row: it opens what the text itself says how to, and
/// stores only what the interceptor has sealed a moment before. That is noted by the identity of the value's object, which
/// the interceptor has made for this row alone; an equal text from anywhere else is refused.
/// </summary>
internal sealed class SealedColumn(SubjectEncryption? encryption, string name, BlindIndex? index, int? maxLength)
{
    /// <summary>What <c>IsEncrypted()</c> sets by itself: stores nothing and reads nothing until the context is set up.</summary>
    public static readonly SealedColumn Unconfigured = new(null, "An encrypted property", null, null);

    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private readonly ConditionalWeakTable<object, string> _sealed = [];
    private readonly ConditionalWeakTable<string, object> _clear = [];

    public string Name { get; } = name;

    public BlindIndex? Index { get; } = index;

    /// <summary>Whether values that are not sealed are read as they are; stored are sealed ones alone.</summary>
    public bool ReadsClear { get; init; }

    public ISubjectKeys Keys => Configured.Keys;

    private SubjectEncryption Configured => encryption ?? throw new InvalidOperationException(
        $"{Name} needs UseSubjectEncryption(...) on the options of its context.");

    /// <summary>Seals a value for the row that is saved now.</summary>
    public void Seal(object value, PrivacySubject subject)
    {
        if (maxLength is { } most && LengthOf(value) > most)
            throw new InvalidOperationException(
                $"A value of {Name} is longer than the {most} that the model allows. It was not saved.");
        var index = Index is null ? "" : Index.Of((string)value, Name, Keys);
        var key = RequestKeys.IsOne(subject) ? RequestKeys.Obtain(Keys, subject) : Keys.Obtain(subject);
        _sealed.AddOrUpdate(value, SealedText.Seal(key, Name, index, Bytes(value)));
    }

    /// <summary>Forgets what was sealed for a row once it is saved, or could not be.</summary>
    public void Forget(object value) => _sealed.Remove(value);

    /// <summary>What goes to the database. Nothing of nobody is in an empty value: it stays empty, as an erasure leaves it.</summary>
    public string Store(object value)
    {
        _ = Configured;
        if (LengthOf(value) == 0)
            return "";
        return _sealed.TryGetValue(value, out var text) ? text : throw new NotSealedException(
            Name,
            "only SaveChanges stores it, under the key of the row's person. A bulk update cannot, and a query cannot compare "
            + "it: declare HasBlindIndex() and use WhereSealed().");
    }

    public string? ReadText(string stored)
    {
        if (stored.Length == 0)
            return "";
        if (!ReadsClear || SealedText.IsSealed(stored))
            return Read(stored) is { } plain ? s_utf8.GetString(plain) : null;
        _ = Configured;
        _clear.TryAdd(stored, this);
        return stored;
    }

    /// <summary>Whether a text that was read, this very object, lies in the database in the clear.</summary>
    public bool IsClear(string value) => _clear.TryGetValue(value, out _);

    /// <summary>Seals a text of a row that is there.</summary>
    public string SealText(string value, PrivacySubject subject) => SealedText.Seal(
        Keys.Obtain(subject), Name, Index?.Of(value, Name, Keys) ?? "", s_utf8.GetBytes(value));

    public byte[]? ReadBytes(string stored) => stored.Length == 0 ? [] : Read(stored);

    /// <summary>Seals what was sealed under an older key under the one that seals now.</summary>
    public string Renew(string stored, SealingKey now)
    {
        var text = Parse(stored);
        var old = Keys.Find(text.KeyId) ?? throw new SubjectKeyMissingException(Name, text.KeyId);
        return SealedText.Seal(now, Name, text.Index, text.Open(old, Name));
    }

    private byte[]? Read(string stored)
    {
        var ask = Configured;
        var text = Parse(stored);
        if (ask.Keys.Find(text.KeyId) is not { } key)
            return ask.MissingKey == MissingKey.ReadAsNull ? null : throw new SubjectKeyMissingException(Name, text.KeyId);
        var plain = text.Open(key, Name);
        SealedRowInterceptor.Note(Name, key.Subject);
        return plain;
    }

    private SealedText Parse(string stored) => SealedText.TryParse(stored, out var text)
        ? text
        : throw new SealedValueException(Name, "it is not sealed, or was changed.");

    private static int LengthOf(object value) => value is string text ? text.Length : ((byte[])value).Length;

    private static byte[] Bytes(object value) => value is string text ? s_utf8.GetBytes(text) : (byte[])value;
}
