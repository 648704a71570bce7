namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Takes whoever knows the code that was sent to the registered address for the person.</summary>
internal sealed class SentCodeVerifier : IIdentityVerifier
{
    public string Name => "code";

    public Task<bool> IsProvenAsync(PrivacyRequest request, IdentityAnswer answer, CancellationToken cancel) =>
        Task.FromResult(answer.IsSentCode);
}
