using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>Nouns by what a type is about that is named by one (<c>Words/roles.txt</c>).</summary>
internal static class RoleWords
{
    private const string File = "roles.txt";

    private static readonly Dictionary<string, TypeRole> s_roles = Read();

    private static readonly ImmutableHashSet<string> s_behind = WordList.Words(File, "behind");

    private static readonly ImmutableHashSet<string> s_animals = WordList.Words(File, "animal");

    /// <summary>Parts of a type's name that say how it is used, and not what it is about.</summary>
    public static ImmutableHashSet<string> Wrappers { get; } = WordList.Words(File, "wrapper");

    /// <summary>What a noun says of a type; null for other words.</summary>
    public static TypeRole? Of(string word) =>
        s_roles.TryGetValue(word, out var role) || s_roles.TryGetValue(Spelling.Singular(word), out role) ? role : null;

    /// <summary>Whether it is a word for a person.</summary>
    public static bool IsPerson(string word) => Of(word) == TypeRole.Person;

    /// <summary>Whether it is a word for an animal.</summary>
    public static bool IsAnimal(string word) => s_animals.Contains(word);

    /// <summary>Whether it is an Indonesian word for a person, behind which stands whose it is.</summary>
    public static bool IsIndonesian(string word) => s_behind.Contains(word);

    // The first meaning wins: a word stands where it is meant most often.
    private static Dictionary<string, TypeRole> Read()
    {
        var roles = new Dictionary<string, TypeRole>(StringComparer.Ordinal);
        foreach (var (heading, line) in WordList.Lines(File))
            if (Enum.TryParse<TypeRole>(heading, out var role))
                foreach (var word in line.Split(' '))
                    if (!roles.ContainsKey(Spelling.Of(word)))
                        roles.Add(Spelling.Of(word), role);
        return roles;
    }
}
