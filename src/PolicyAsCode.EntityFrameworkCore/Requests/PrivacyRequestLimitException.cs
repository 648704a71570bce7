namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A request was not taken in: too many came in for the person in 24 hours. It names nobody; to whoever may not know that
/// there is such a person, answer as if it had been taken in.
/// </summary>
public sealed class PrivacyRequestLimitException() : InvalidOperationException(
    "Too many requests came in for this person within 24 hours. Later ones are taken in again, and those of people whose identity the application vouches for sooner.");
