using System.Text.RegularExpressions;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build.Tests;

/// <summary>What the tasks say: each sentence in both languages, with the same gaps, told by somebody.</summary>
public sealed partial class MessageTests
{
    private static readonly MessageCatalog s_catalog = new(typeof(CheckPolicies).Assembly);
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
        var source = string.Concat(
            new[] { "Baseline", "Solution", "Tasks" }.SelectMany(folder => Directory.EnumerateFiles(
                Repository.PathOf("src/PolicyAsCode.Build/" + folder), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText));
        var told = Said().Matches(source).Select(said => "Build." + said.Groups[1].Value);
        Assert.Equal(s_english.Keys.Order(StringComparer.Ordinal), told.Distinct().Order(StringComparer.Ordinal));
    }

    private static int[] Gaps(string sentence) =>
        [.. Gap().Matches(sentence).Select(gap => int.Parse(gap.Groups[1].Value, null)).Distinct().Order()];

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Gap();

    [GeneratedRegex("Say\\.This\\(\"([A-Za-z]+)\"")]
    private static partial Regex Said();
}
