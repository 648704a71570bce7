using System.Collections.Immutable;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Libraries;

/// <summary>
/// What a member of a library's type, or of what derives from it or implements it, gives back, whatever it is handed and
/// called on: that a user's logins are looked up by the user does not put the user into them.
/// </summary>
/// <param name="Type">The type's metadata name, arity included.</param>
/// <param name="Member">The method or the property.</param>
/// <param name="Holds">The categories in what comes back.</param>
public sealed record LibraryResult(string Type, string Member, ImmutableArray<Term> Holds)
{
    /// <summary>Whether nothing personal comes back, under whichever policy.</summary>
    public bool HoldsNothing { get; init; } = Holds.IsEmpty;

    /// <summary>Where it is said.</summary>
    public FileLocation? Location { get; init; }
}
