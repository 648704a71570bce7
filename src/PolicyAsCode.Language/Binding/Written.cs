using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// What may be written behind a key, as data: the JSON schema is made of it, and the formatter orders keys by it. Every
/// kind of value says it of itself, next to how it is read.
/// </summary>
internal abstract record Written
{
    /// <summary>A text, or a word of a certain look.</summary>
    /// <param name="Pattern">The look, as a regular expression; null is any text.</param>
    /// <param name="Examples">Some that an editor may offer.</param>
    public sealed record Text(string? Pattern = null, params string[] Examples) : Written;

    /// <summary>A whole number from one.</summary>
    public sealed record Number : Written;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Flag : Written;

    /// <summary>One of some words.</summary>
    public sealed record Choice(IReadOnlyList<string> Words) : Written;

    /// <summary>A term of the vocabulary.</summary>
    public sealed record Terms(TermKind Kind) : Written;

    /// <summary>A list; one item stands for a list of one.</summary>
    public sealed record List(Written Item) : Written;

    /// <summary>A group whose keys are fixed.</summary>
    public sealed record Group(Shape Shape) : Written;

    /// <summary>A group whose keys are free, or terms.</summary>
    public sealed record Map(Written Keys, Written Values) : Written;

    /// <summary>One of several.</summary>
    public sealed record Either(params Written[] Choices) : Written;
}
