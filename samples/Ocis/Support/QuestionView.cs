namespace Ocis.Support;

/// <summary>A question as support sees it: who asks, and what.</summary>
public sealed class QuestionView
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Communication.SupportRequest)]
    public string? Text { get; init; }
}
