namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>Keys between whose steps somebody else can do something, once.</summary>
internal sealed class WatchedKeys(ISubjectKeys keys) : ISubjectKeys
{
    public Action? AfterList { get; set; }

    public SealingKey Obtain(PrivacySubject subject) => keys.Obtain(subject);

    public SealingKey? Find(string keyId) => keys.Find(keyId);

    public IReadOnlyList<SubjectKeyState> List(PrivacySubject subject)
    {
        var list = keys.List(subject);
        var then = AfterList;
        AfterList = null;
        then?.Invoke();
        return list;
    }

    public SealingKey Rotate(PrivacySubject subject, string? once = null) => keys.Rotate(subject, once);

    public void Retire(PrivacySubject subject, string once) => keys.Retire(subject, once);

    public bool Delete(PrivacySubject subject) => keys.Delete(subject);

    public bool DeleteSuperseded(PrivacySubject subject, string keyId) => keys.DeleteSuperseded(subject, keyId);

    public IEnumerable<SubjectKeyState> Superseded() => keys.Superseded();

    public ReadOnlyMemory<byte> IndexKey() => keys.IndexKey();
}
