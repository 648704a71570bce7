using System.Collections.Immutable;

namespace PolicyAsCode.Language.Libraries;

/// <summary>A member of a library's type that makes of a credential what may be stored: a salted, slow hash of it.</summary>
/// <param name="Type">The type's metadata name, arity included.</param>
/// <param name="Member">The method; <c>.ctor</c> for constructors.</param>
/// <param name="Parameters">The parameters that are hashed; nothing of the others is in the result.</param>
public sealed record LibraryHash(string Type, string Member, ImmutableArray<string> Parameters)
{
    /// <summary>Whether the result is a hash of what that parameter gets.</summary>
    public bool Hashes(string parameter) => Parameters.Contains(parameter);
}
