namespace PolicyAsCode.Language.Model;

/// <summary>The kinds of terms that a vocabulary holds.</summary>
public enum TermKind
{
    /// <summary>A category of personal data, such as <c>contact.email</c>.</summary>
    Category,

    /// <summary>What data is used for, such as <c>promotion</c>.</summary>
    Purpose,

    /// <summary>Who gets data, such as <c>payment-provider</c>.</summary>
    Recipient,

    /// <summary>Whom data is about, such as <c>customer</c>.</summary>
    Subject,

    /// <summary>An event from which retention counts, such as <c>last-purchase</c>.</summary>
    Anchor,

    /// <summary>A proof that a use needs, such as <c>consent</c>.</summary>
    Gate,

    /// <summary>A place or occasion at which data is collected, such as <c>registration</c>.</summary>
    Source,
}
