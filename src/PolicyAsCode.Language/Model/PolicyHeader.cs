using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>A policy's own head.</summary>
/// <param name="Name">Its name, which projects give in <c>PrivacyPolicy</c>.</param>
/// <param name="Title">How it is called in messages: the controller's name.</param>
/// <param name="Version">Its number.</param>
/// <param name="Effective">The day from which it holds; null where not said.</param>
/// <param name="ReviewBy">By when somebody must look at it again; null where not said.</param>
/// <param name="Location">Where its name stands.</param>
public sealed record PolicyHeader(
    string Name, string Title, int Version, CalendarDate? Effective, CalendarDate? ReviewBy, FileLocation Location)
{
    /// <summary>The moment from which it holds, where the policy says a time and its offset; null where it does not.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }
}
