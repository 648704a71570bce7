namespace Ocis.Newsletters;

/// <summary>About what somebody wants to hear.</summary>
public sealed class SubscriptionForm
{
    [DataCategory(Categories.Preference.Marketing)]
    public string Topics { get; init; } = NewsletterChoices.AllTopics;
}
