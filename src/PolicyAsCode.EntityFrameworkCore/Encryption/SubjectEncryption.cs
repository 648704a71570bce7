using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Encryption under a key for each person. One for the whole application: EF Core builds the model once for each.
/// </summary>
/// <param name="keys">The keys.</param>
/// <param name="missingKey">What becomes of a value whose key is gone.</param>
public sealed class SubjectEncryption(ISubjectKeys keys, MissingKey missingKey = MissingKey.Throw)
{
    private IInterceptor[]? _interceptors;

    /// <summary>The keys.</summary>
    public ISubjectKeys Keys { get; } = keys;

    /// <summary>What becomes of a value whose key is gone.</summary>
    public MissingKey MissingKey { get; } = missingKey;

    /// <summary>Always the same ones: EF Core compares some of them to tell one model from another.</summary>
    internal IInterceptor[] Interceptors =>
        _interceptors ??= [new SealingInterceptor(), new SealedRowInterceptor(), new SealedQueryInterceptor()];
}
