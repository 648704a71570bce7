using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Laws;

/// <summary>A law that a policy follows.</summary>
/// <param name="Pack">What the law asks.</param>
/// <param name="Location">Where the policy names it.</param>
public sealed record FollowedLaw(LawPack Pack, FileLocation Location);
