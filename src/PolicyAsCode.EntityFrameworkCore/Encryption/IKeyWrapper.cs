namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Seals keys where they lie, by ASP.NET Core Data Protection (in PolicyAsCode.AspNetCore), a KMS or an HSM: who copies
/// the folder of the keys has nothing yet.
/// </summary>
public interface IKeyWrapper
{
    /// <summary>Seals a key.</summary>
    /// <param name="key">The key, in the clear.</param>
    byte[] Wrap(byte[] key);

    /// <summary>Opens a key again, also one that was sealed by an older key of the wrapper's own.</summary>
    /// <param name="wrapped">What <see cref="Wrap"/> made.</param>
    byte[] Unwrap(byte[] wrapped);
}
