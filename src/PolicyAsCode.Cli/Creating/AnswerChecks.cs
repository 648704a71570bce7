using PolicyAsCode.Language.Laws;

namespace PolicyAsCode.Cli.Creating;

/// <summary>Whether an answer can stand in a policy; each says what would be one that can.</summary>
internal static class AnswerChecks
{
    private const int LongestName = 60;

    /// <summary>A name of a policy.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string Name(string text) =>
        text.Length is > 0 and <= LongestName && text[0] is >= 'a' and <= 'z'
        && text.All(one => one is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? text
            : throw new UsageException("Usage.NotAName", text, Suggested(text));

    /// <summary>A name made of any text.</summary>
    public static string Suggested(string text)
    {
        var name = string.Concat(text.ToLowerInvariant().Select(one => one is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? one : '-'));
        name = string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries)).TrimStart("0123456789-".ToCharArray());
        return name.Length is > 0 and <= LongestName ? name : "my-policy";
    }

    /// <summary>An address for e-mail.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string Email(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(char.IsWhiteSpace)
            ? text
            : throw new UsageException("Usage.NotAnEmail", text);
    }

    /// <summary>A time zone, as the language knows it.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string TimeZone(string text)
    {
        // The language is asked, so that what is taken here is what a check takes.
        var file = PolicyCompiler.Parse(
            "a.policy.yaml", $"policy: a\ncontroller:\n  name: a\n  time-zone: {YamlText.Of(text)}\n");
        var mistake = PolicyCompiler.Compile([file], "a", asOf: null).Diagnostics
            .FirstOrDefault(found => found.Location.Range.Start.Line == 3);
        return mistake is null ? text : throw new UsageException(mistake.Text);
    }

    /// <summary>Laws that a policy can follow; <c>none</c> is none.</summary>
    /// <exception cref="UsageException">There is no such law.</exception>
    public static ImmutableArray<string> Laws(string text)
    {
        var laws = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (laws is ["none"])
            return [];
        foreach (var law in laws)
            if (!LawPacks.Names.Contains(law))
                throw new UsageException("Usage.NoLaw", law, Spelling.OneOf(law, [.. LawPacks.Names, "none"]));
        return [.. laws.Distinct()];
    }

    /// <summary>A language.</summary>
    /// <exception cref="UsageException">It is neither English nor Indonesian.</exception>
    public static MessageLanguage Language(string text) =>
        MessageLanguages.TryParse(text, out var language)
            ? language
            : throw new UsageException("Usage.NoLanguage", text);
}
