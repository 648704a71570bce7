namespace Ocis.Newsletters;

/// <summary>About what somebody wants to hear.</summary>
public sealed class SubscriptionForm
{
    [DataCategory(Categories.Preference.Marketing)]
    public string Topics { get; init; } = NewsletterChoices.AllTopics;

    /// <summary>The hash of the words that they were shown and agreed to.</summary>
    [DataCategory(Categories.Preference.Marketing)]
    public string? Agreed { get; init; }
}
