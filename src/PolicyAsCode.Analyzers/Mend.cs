using System.Collections.Immutable;

namespace PolicyAsCode.Analyzers;

/// <summary>What a finding tells the code fixes, in the properties of its diagnostic: by these names.</summary>
public static class Mend
{
    /// <summary>The key of the term to write instead of the one that is written.</summary>
    public const string Term = "Term";

    /// <summary>Keys of the categories that a member is to be declared to hold, with a space between.</summary>
    public const string Categories = "Categories";

    /// <summary>The member to declare, by its documentation comment id; where nothing is said, what the finding is at.</summary>
    public const string Member = "Member";

    /// <summary>Keys of the purposes that the policy allows, with a space between.</summary>
    public const string Purposes = "Purposes";

    /// <summary>The form in which data may go there, or a farther one, as <c>DataForm</c> names it.</summary>
    public const string Form = "Form";

    internal static ImmutableDictionary<string, string?> With(string name, string value) =>
        ImmutableDictionary<string, string?>.Empty.Add(name, value);
}
