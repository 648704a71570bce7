namespace PolicyAsCode.Cli.Scanning;

/// <summary>
/// The baselines that a scan is given, as one: each line names the symbol that it is about, so that it accepts nothing in any
/// other project.
/// </summary>
/// <param name="Text">Their lines.</param>
internal sealed record ScanBaseline(string Text)
{
    /// <summary>The end of a baseline's name.</summary>
    public const string Extension = ".privacy-baseline";

    /// <summary>What they accept, and how often.</summary>
    public IReadOnlyDictionary<string, int> Entries { get; } = Read(Text);

    private static Dictionary<string, int> Read(string text)
    {
        var entries = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
            if (!line.StartsWith('#') && line.LastIndexOf('|') is > 0 and var end
                && int.TryParse(line.AsSpan(end + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count > 0)
                entries.TryAdd(line[..end].Trim(), count);
        return entries;
    }
}
