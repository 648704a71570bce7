using System.Text.RegularExpressions;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Tests;

namespace PolicyAsCode.Generators.Tests;

/// <summary>What generated code says: each sentence in both languages, with the same gaps, told by somebody.</summary>
public sealed partial class MessageTests
{
    private static readonly MessageCatalog s_catalog = new(typeof(AnonymiserTestsGenerator).Assembly);
    private static readonly IReadOnlyDictionary<string, string> s_english = s_catalog.In(MessageLanguage.English);

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_gaps()
    {
        var indonesian = s_catalog.In(MessageLanguage.Indonesian);
        Assert.NotEmpty(s_english);
        Assert.Equal(s_english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.All(s_english, sentence => Assert.Equal(Gaps(sentence.Value), Gaps(indonesian[sentence.Key])));
    }

    [Fact]
    public void Each_sentence_is_told_and_what_is_told_is_there()
    {
        var source = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src/PolicyAsCode.Generators/Anonymisers"), "*.cs")
            .Select(File.ReadAllText));
        Assert.All(s_english.Keys, key => Assert.Contains($"\"{key["Generated.".Length..]}\"", source));
        var told = Said().Matches(source).Select(said => "Generated." + said.Groups[1].Value);
        Assert.All(told, key => Assert.Contains(key, s_english));
    }

    private static int[] Gaps(string sentence) =>
        [.. Gap().Matches(sentence).Select(gap => int.Parse(gap.Groups[1].Value, null)).Distinct().Order()];

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Gap();

    [GeneratedRegex("Say\\.This\\(\"([A-Za-z]+)\"")]
    private static partial Regex Said();
}
