using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Libraries;

/// <summary>A member of a library's type, or of what derives from it or implements it, that takes data somewhere.</summary>
/// <param name="Kind">Where.</param>
/// <param name="Type">The type's metadata name, arity included.</param>
/// <param name="Member">The method; <c>.ctor</c> for constructors, <c>set_X</c> for a property.</param>
/// <param name="Parameters">
/// The parameters that go there, <c>this</c> for what the member is called on; empty is all of them, but for that.
/// </param>
public sealed record LibrarySink(SinkKind Kind, string Type, string Member, ImmutableArray<string> Parameters)
{
    /// <summary>The word for what a member is called on.</summary>
    public const string Receiver = "this";

    /// <summary>Where it is said.</summary>
    public FileLocation? Location { get; init; }

    /// <summary>Whether what it is called on goes there.</summary>
    public bool TakesReceiver => Parameters.Contains(Receiver);

    /// <summary>Whether what that parameter gets goes there.</summary>
    public bool Takes(string parameter) => Parameters.IsEmpty || Parameters.Contains(parameter);
}
