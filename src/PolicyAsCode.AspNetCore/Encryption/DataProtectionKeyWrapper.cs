using Microsoft.AspNetCore.DataProtection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// Seals the keys of people by ASP.NET Core Data Protection. Its own keys must live as long as theirs do: it keeps those
/// that expired, and the application never deletes one, sets the same application name in every process, and stores them
/// where neither the database's backups nor those of the folder of the keys take them.
/// </summary>
/// <param name="provider">Data Protection.</param>
public sealed class DataProtectionKeyWrapper(IDataProtectionProvider provider) : IKeyWrapper
{
    private readonly IDataProtector _protector = provider.CreateProtector("PolicyAsCode.SubjectKeys.v1");

    /// <inheritdoc/>
    public byte[] Wrap(byte[] key) => _protector.Protect(key);

    /// <inheritdoc/>
    public byte[] Unwrap(byte[] wrapped) => _protector.Unprotect(wrapped);
}
