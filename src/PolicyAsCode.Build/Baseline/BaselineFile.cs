namespace PolicyAsCode.Build;

/// <summary>
/// The file <c>PROJECT.privacy-baseline</c>: a line a finding, <c>rule | symbol | what | how many</c>, sorted. The rules
/// read it too (PolicyAsCode.Analyzers, Baseline).
/// </summary>
internal static class BaselineFile
{
    private const string Head = """
        # Findings that this project had when its policy came. A build accepts these and no others. What is mended leaves the
        # file by itself, on your own machine; commit it then. Each line: rule | where | what | how many.

        """;

    /// <summary>What a file accepts; nothing where there is none.</summary>
    public static SortedDictionary<string, int> Read(string path)
    {
        var entries = new SortedDictionary<string, int>(StringComparer.Ordinal);
        if (!File.Exists(path))
            return entries;
        foreach (var line in File.ReadAllLines(path))
        {
            var end = line.LastIndexOf('|');
            if (!line.StartsWith("#", StringComparison.Ordinal) && end > 0
                && int.TryParse(line.Substring(end + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count))
                entries[line.Substring(0, end).Trim()] = count;
        }
        return entries;
    }

    /// <summary>What there is, once each, with how many of it.</summary>
    public static SortedDictionary<string, int> Count(IEnumerable<string> found)
    {
        var entries = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in found)
            entries[one] = entries.TryGetValue(one, out var before) ? before + 1 : 1;
        return entries;
    }

    /// <summary>The text of a file that accepts these.</summary>
    public static string Text(IEnumerable<KeyValuePair<string, int>> entries) =>
        Head.Replace("\r\n", "\n") + string.Concat(entries.Select(entry =>
            entry.Key + " | " + entry.Value.ToString(CultureInfo.InvariantCulture) + "\n"));
}
