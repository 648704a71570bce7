using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>Names of members by the category that they hold (<c>Words/names.txt</c>).</summary>
internal static class KnownNames
{
    private static readonly (ImmutableArray<Name> Names, ILookup<string, Plain> Plain) s_read = Read();

    /// <summary>Names that mean a category wherever they stand, or in some types more than in others.</summary>
    public static ImmutableArray<Name> Names => s_read.Names;

    /// <summary>By a whole name: what it means, in types of which kind only.</summary>
    public static ILookup<string, Plain> InSome => s_read.Plain;

    private static readonly HashSet<string> s_keys = new(
        s_read.Names.Select(name => name.Key), StringComparer.Ordinal);

    /// <summary>Whether the word alone is such a name.</summary>
    public static bool IsName(string word) => s_keys.Contains(word);

    private static (ImmutableArray<Name> Names, ILookup<string, Plain> Plain) Read()
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        var plain = new List<(string Key, Plain Plain)>();
        foreach (var (category, line) in WordList.Lines("names.txt"))
        {
            var colon = line.IndexOf(':');
            var how = line.Substring(0, colon).Split([' '], 3);
            var list = line.Substring(colon + 1).Split(',').Select(name => name.Trim()).Where(name => name.Length > 0);
            if (how[0] == "on")
            {
                var meaning = new Plain(
                    category,
                    how[1] switch
                    {
                        "person" => TypeRole.Person,
                        "record" => TypeRole.PersonalRecord,
                        "partner" => TypeRole.Partner,
                        "topic" => null,
                        _ => throw new InvalidOperationException($"'{how[1]}' is no kind of type."),
                    },
                    how.Length > 2 ? WordList.Of(how[2].Trim('(', ')')) : []);
                plain.AddRange(list.Select(name => (HintIndex.Key(name), meaning)));
            }
            else
                names.AddRange(
                    list.Select(name => new Name(category, name, HintIndex.Key(name), HintStrength.Of(how[0]))));
        }
        return (names.ToImmutable(), plain.ToLookup(one => one.Key, one => one.Plain, StringComparer.Ordinal));
    }

    /// <param name="Category">The key of what it suggests.</param>
    /// <param name="Text">As the file writes it.</param>
    /// <param name="Key">Its words in their usual spelling, written together.</param>
    /// <param name="Strength">How much it says alone.</param>
    internal sealed record Name(string Category, string Text, string Key, double Strength);

    /// <param name="Category">The key of what it suggests.</param>
    /// <param name="Role">What the type is about; null where a topic says so.</param>
    /// <param name="Heads">
    /// Words of which the type's name holds one, or topics of which it has one; none for any type.
    /// </param>
    internal sealed record Plain(string Category, TypeRole? Role, ImmutableHashSet<string> Heads)
    {
        public bool Fits(TypeContext type, TypeRole role) =>
            Role is null
                ? Heads.Overlaps(type.Topics) && (role != TypeRole.Program || Heads.Contains("log"))
                : Role == role && (Heads.IsEmpty || type.Words.Any(Heads.Contains));
    }
}
