using System.Text.RegularExpressions;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Cli.Tests;

/// <summary>The tool's own sentences are there in both languages, with the same gaps.</summary>
public sealed partial class MessageTests
{
    private static readonly MessageCatalog s_catalog = new(typeof(PolicyTool).Assembly);

    [Fact]
    public void Both_languages_have_the_same_keys_and_gaps()
    {
        var english = s_catalog.In(MessageLanguage.English);
        var indonesian = s_catalog.In(MessageLanguage.Indonesian);

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, sentence => Assert.Equal(Gaps(sentence.Value), Gaps(indonesian[sentence.Key])));
    }

    private static IEnumerable<string> Gaps(string sentence) =>
        Gap().Matches(sentence).Select(gap => gap.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Gap();
}
