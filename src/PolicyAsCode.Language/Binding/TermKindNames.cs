using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>What the kinds of terms are called in messages.</summary>
internal static class TermKindNames
{
    /// <summary>The kind by its name: <c>category</c>.</summary>
    public static Message Of(TermKind kind) => kind switch
    {
        TermKind.Category => Message.Of("Terms.Category"),
        TermKind.Purpose => Message.Of("Terms.Purpose"),
        TermKind.Recipient => Message.Of("Terms.Recipient"),
        TermKind.Subject => Message.Of("Terms.Subject"),
        TermKind.Anchor => Message.Of("Terms.Anchor"),
        TermKind.Gate => Message.Of("Terms.Gate"),
        TermKind.Source => Message.Of("Terms.Source"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Any term of the kind: <c>a category of the vocabulary</c>.</summary>
    public static Message OneOf(TermKind kind) => kind switch
    {
        TermKind.Category => Message.Of("Terms.ACategory"),
        TermKind.Purpose => Message.Of("Terms.APurpose"),
        TermKind.Recipient => Message.Of("Terms.ARecipient"),
        TermKind.Subject => Message.Of("Terms.ASubject"),
        TermKind.Anchor => Message.Of("Terms.AnAnchor"),
        TermKind.Gate => Message.Of("Terms.AGate"),
        TermKind.Source => Message.Of("Terms.ASource"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
