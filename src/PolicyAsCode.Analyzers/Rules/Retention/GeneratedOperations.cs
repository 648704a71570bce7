using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>Whether retention and erasure are generated here, so that what the generator does not cover yet counts.</summary>
internal static class GeneratedOperations
{
    private const string Marker = "PolicyAsCode.EntityFrameworkCore.PrivacyOperationsAttribute";

    internal static bool AreIn(BoundPolicy policy) => policy.Types.Find(Marker) is not null;
}
