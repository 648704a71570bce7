using System.Text.RegularExpressions;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Tests.Messages;

/// <summary>Each sentence is there in both languages, with the same gaps, and somebody tells it.</summary>
public sealed partial class MessageTests
{
    private static readonly IReadOnlyDictionary<string, string> s_english = MessageCatalog.Own.In(MessageLanguage.English);
    private static readonly IReadOnlyDictionary<string, string> s_indonesian =
        MessageCatalog.Own.In(MessageLanguage.Indonesian);

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        Assert.NotEmpty(s_english);
        Assert.Equal(s_english.Keys.Order(StringComparer.Ordinal), s_indonesian.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_have_the_same_gaps_from_zero_on()
    {
        var wrong = s_english
            .Where(sentence => s_indonesian.TryGetValue(sentence.Key, out var other)
                && (!Gaps(sentence.Value).SequenceEqual(Gaps(other))
                    || !Gaps(sentence.Value).SequenceEqual(Enumerable.Range(0, Gaps(sentence.Value).Length))))
            .Select(sentence => sentence.Key);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Each_message_in_the_source_has_a_sentence_whose_gaps_it_fills()
    {
        var wrong = new List<string>();
        foreach (var use in SourceMessages.Uses())
        {
            var given = use.ArgumentList.Arguments.Count - 1;
            if (SourceMessages.KeyOf(use) is not { } key)
                wrong.Add($"{SourceMessages.PlaceOf(use)}: the key is not written out");
            else if (!s_english.TryGetValue(key, out var sentence))
                wrong.Add($"{SourceMessages.PlaceOf(use)}: no sentence '{key}'");
            else if (Gaps(sentence).Length != given)
                wrong.Add($"{SourceMessages.PlaceOf(use)}: '{key}' has {Gaps(sentence).Length} gaps, not {given}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Each_sentence_is_told_somewhere()
    {
        var told = SourceMessages.Uses().Select(SourceMessages.KeyOf).ToHashSet();
        Assert.All(s_english.Keys, key => Assert.Contains(key, told));
    }

    [Fact]
    public void No_sentence_stands_in_the_source()
    {
        var found = SourceMessages.SentencesWithoutKey().Select(node => $"{SourceMessages.PlaceOf(node)}: {node}");
        Assert.True(!found.Any(), string.Join("\n", found));
    }

    [Fact]
    public void Each_sentence_can_be_filled_and_is_one_line()
    {
        foreach (var (key, sentence) in s_english.Concat(s_indonesian))
        {
            var filled = string.Format(null, sentence, [.. Gaps(sentence).Select(object (gap) => $"<{gap}>")]);
            Assert.All(Gaps(sentence), gap => Assert.Contains($"<{gap}>", filled, StringComparison.Ordinal));
            Assert.True(sentence.Trim() == sentence && !sentence.Contains('\n', StringComparison.Ordinal) && sentence.Length > 0, key);
        }
    }

    [Fact]
    public void What_fills_a_gap_is_told_in_the_same_language()
    {
        var message = Message.Of("Syntax.NotKeys", Message.Of("Syntax.List"));
        Assert.Contains("a list", message.In(MessageLanguage.English), StringComparison.Ordinal);
        Assert.Contains("sebuah daftar", message.In(MessageLanguage.Indonesian), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_words_fills_one_gap() =>
        Assert.Equal("Its keys are: one, two.", Message.Of("Binding.ItsKeys", new[] { "one", "two" }).ToString());

    [Fact]
    public void A_gap_filled_with_braces_is_not_read_again()
    {
        Assert.Contains("{0}{x", Message.Of("Syntax.Tag", "{0}{x").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", true, MessageLanguage.English)]
    [InlineData("ID", true, MessageLanguage.Indonesian)]
    [InlineData("de", false, MessageLanguage.English)]
    [InlineData(null, false, MessageLanguage.English)]
    public void A_language_has_a_code(string? code, bool known, MessageLanguage language)
    {
        Assert.Equal(known, MessageLanguages.TryParse(code, out var read));
        Assert.Equal(language, read);
    }

    private static int[] Gaps(string sentence) =>
        [.. Gap().Matches(sentence.Replace("{{", "", StringComparison.Ordinal))
            .Select(gap => int.Parse(gap.Groups[1].Value, null)).Distinct().Order()];

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Gap();
}
