using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>The type in which a member stands, as <see cref="PersonalDataDetector.ContextOf"/> read it.</summary>
public sealed class TypeContext
{
    internal TypeContext(TypeRole role, ImmutableArray<string> words, bool hasAddress) =>
        (Role, Words, HasAddress) = (role, words, hasAddress);

    /// <summary>What the type is about.</summary>
    public TypeRole Role { get; }

    /// <summary>The words of its name that mean something, in their usual spelling.</summary>
    internal ImmutableArray<string> Words { get; }

    /// <summary>Whether it holds an address, so that a state or country in it is a part of that.</summary>
    internal bool HasAddress { get; }
}
