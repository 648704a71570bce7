namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a request forgets, and when.</summary>
internal static class RequestClosing
{
    /// <summary>Ends a request: how the person is reached and what they wrote is needed no longer.</summary>
    public static void Close(PrivacyRequest request, PrivacyRequestState state, DateTimeOffset now)
    {
        (request.State, request.ClosedAt) = (state, now);
        (request.AddressKind, request.Address) = (null, null);
        (request.Words, request.Corrections) = (null, null);
        ForgetCode(request);
    }

    public static void ForgetCode(PrivacyRequest request) =>
        (request.CodeSalt, request.CodeHash, request.CodeExpiresAt) = (null, null, null);
}
