using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>The type in which a member stands, as <see cref="PersonalDataDetector.ContextOf"/> read it.</summary>
public sealed class TypeContext
{
    internal TypeContext(TypeRole role, ImmutableArray<string> words, MemberEvidence evidence, MemberPrefix? prefix,
        bool isAnswer, bool isOrder, bool isAnimal, HintIndex.Hint? wraps, ImmutableHashSet<string> topics) =>
        (Role, Words, HasAddress, HasCompanyName, HoldsPerson, SignsIn, HasPrice, Prefix, IsAnswer, IsDone, IsAnimal,
            Wraps, Topics) =
            (role, words, evidence.HasAddress, evidence.HasCompanyName, evidence.Role == TypeRole.Person,
                evidence.SignsIn, evidence.HasPrice, prefix, isAnswer, isAnswer && isOrder, isAnimal, wraps, topics);

    /// <summary>What the type is about.</summary>
    public TypeRole Role { get; }

    /// <summary>The words of its name that mean something, in their usual spelling.</summary>
    internal ImmutableArray<string> Words { get; }

    /// <summary>Whether it holds an address, so that a state or country in it is a part of that.</summary>
    internal bool HasAddress { get; }

    /// <summary>Whether it names a company, so that another name in it is a person's.</summary>
    internal bool HasCompanyName { get; }

    /// <summary>Whether its members together are such as a person has, whatever its name says.</summary>
    internal bool HoldsPerson { get; }

    /// <summary>Whether it is what the program answers, so that a message in it is the program's.</summary>
    internal bool IsAnswer { get; }

    /// <summary>Whether it answers that something was done: <c>UpdateCommentResponse</c>.</summary>
    internal bool IsDone { get; }

    /// <summary>Whether it is about an animal, which has an age and a weight, and is no person.</summary>
    internal bool IsAnimal { get; }

    /// <summary>What its name means if that is the name of a datum: <c>PhoneNumber</c>, around one value.</summary>
    internal HintIndex.Hint? Wraps { get; }

    /// <summary>Whether somebody signs in with it.</summary>
    internal bool SignsIn { get; }

    /// <summary>Whether it has a price: a treatment with one is on a list to choose from.</summary>
    internal bool HasPrice { get; }

    /// <summary>What it is about, beside persons.</summary>
    internal ImmutableHashSet<string> Topics { get; }

    /// <summary>What stands before the names of its members and says nothing: <c>plg</c> in <c>plg_nama</c>.</summary>
    internal MemberPrefix? Prefix { get; }
}
