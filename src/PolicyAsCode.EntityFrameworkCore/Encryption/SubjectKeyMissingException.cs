namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The key of a sealed value is gone: the person was erased, and nobody can read the value any more.</summary>
public sealed class SubjectKeyMissingException : InvalidOperationException
{
    internal SubjectKeyMissingException(string column, string keyId)
        : base($"The key {keyId} of a value of {column} is gone, because the person was erased or the store of the keys is "
            + "another one: the value cannot be read.") => (Column, KeyId) = (column, keyId);

    /// <summary>The property that holds the value.</summary>
    public string Column { get; }

    /// <summary>The name of the key.</summary>
    public string KeyId { get; }
}
