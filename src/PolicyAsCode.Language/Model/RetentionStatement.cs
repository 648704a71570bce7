using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Model;

/// <summary>What happens once the time is over.</summary>
public enum RetentionAction
{
    /// <summary>The value goes, and the row with the last of them.</summary>
    Erase,

    /// <summary>What identifies goes, and so does the link to the subject; the rest stays as statistics.</summary>
    Anonymise,

    /// <summary>A person looks at it and decides.</summary>
    Review,
}

/// <summary>How long a category is kept: at most, at least, or both, from an anchor; or never stored at all.</summary>
public sealed record RetentionStatement : Statement
{
    /// <summary><c>keep: never-stored</c>: used, and not kept. Nothing else is set then.</summary>
    public bool NeverStored { get; init; }

    /// <summary>
    /// The maximum (<c>for</c>); null where only a minimum is stated, which then is when the action comes.
    /// </summary>
    public Duration? AtMost { get; init; }

    /// <summary>
    /// The legal minimum (<c>at-least</c>): an erasure before it keeps the data, without identifiers.
    /// </summary>
    public Duration? AtLeast { get; init; }

    /// <summary>The event from which both count.</summary>
    public Term? From { get; init; }

    /// <summary>What happens then.</summary>
    public RetentionAction Then { get; init; }

    /// <summary>Why a minimum is kept (<c>because</c>), for receipts and reports.</summary>
    public Message? Because { get; init; }
}
