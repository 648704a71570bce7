namespace PolicyAsCode.Cli.Output;

/// <summary>
/// The page of a rule, as docs/rules has it, and docs/rules/id in Indonesian: its title, why it is there, and the whole of
/// it.
/// </summary>
internal sealed record RulePage(string Id, string Title, string Why, string Markdown)
{
    private const string Folder = "rules/";
    private const string InIndonesian = ".id";

    /// <summary>The ids of all pages, sorted.</summary>
    public static IEnumerable<string> Ids =>
        typeof(RulePage).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith(InIndonesian, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal);

    /// <summary>The page of a rule; null where there is none.</summary>
    public static RulePage? Of(string id, MessageLanguage language)
    {
        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream(
            Folder + id + (language == MessageLanguage.Indonesian ? InIndonesian : ""));
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        var title = text[..first];
        return new(
            id, title[(title.IndexOf(':', StringComparison.Ordinal) + 2)..],
            Section(text, language == MessageLanguage.Indonesian ? "## Mengapa" : "## Why"), text);
    }

    private static string Section(string text, string heading)
    {
        var start = text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        if (start < 0)
            return "";
        start += heading.Length + 2;
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)].Trim('\n').Replace('\n', ' ');
    }
}
