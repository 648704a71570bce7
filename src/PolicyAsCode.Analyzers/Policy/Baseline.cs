using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Language;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>
/// The findings that an existing code base had when its policy came, from <c>PROJECT.privacy-baseline</c>: a line each,
/// <c>rule | symbol | what | how many</c>. They are remarks; any other finding counts. A line that cannot be read accepts
/// nothing.
/// </summary>
internal sealed class Baseline
{
    internal const string Extension = ".privacy-baseline";

    /// <summary>The property by which an accepted finding is told to the build.</summary>
    internal const string Property = "privacyBaseline";

    private const string Updating = "update";
    private const string Shrinking = "shrink";

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Compilation _compilation;
    private readonly bool _acceptsAll;

    private Baseline((string Path, SourceText Text)? file, string? mode, Compilation compilation)
    {
        _compilation = compilation;
        _acceptsAll = string.Equals(mode, Updating, StringComparison.OrdinalIgnoreCase);
        IsRewritten = _acceptsAll || string.Equals(mode, Shrinking, StringComparison.OrdinalIgnoreCase);
        if (file is { } written)
            foreach (var line in written.Text.Lines)
                Read(line, written.Path);
    }

    /// <summary>Whether the build writes the file anew, and what matches nothing goes away by itself.</summary>
    internal bool IsRewritten { get; }

    /// <summary>The baseline of a project; null where it has none and is about to get none.</summary>
    internal static Baseline? Of((string Path, SourceText Text)? file, string? mode, Compilation compilation) =>
        file is null && !string.Equals(mode, Updating, StringComparison.OrdinalIgnoreCase)
            ? null
            : new(file, mode, compilation);

    /// <summary>The fingerprint of a finding that is accepted; null for one that is not.</summary>
    // An editor asks about the same place again and again: it counts once.
    internal string? Accept(
        string rule, Location at, ISymbol? owner, IEnumerable<Location> origins, CancellationToken cancel)
    {
        if (!IsAcceptable(rule))
            return null;

        var fingerprint = Fingerprint.Of(rule, at, owner, origins, _compilation, cancel);
        if (_acceptsAll)
            return fingerprint;
        if (!_entries.TryGetValue(fingerprint, out var entry))
            return null;
        lock (entry)
            return entry.Found.Contains(at) || (entry.Found.Count < entry.Count && entry.Found.Add(at)) ? fingerprint : null;
    }

    /// <summary>The entries that fewer findings matched than they accept: where, and how many too many.</summary>
    internal IEnumerable<(Location Place, string Entry, int TooMany)> Stale() =>
        _entries.Where(entry => entry.Value.Found.Count < entry.Value.Count)
            .OrderBy(entry => entry.Value.Place.SourceSpan.Start)
            .Select(entry => (entry.Value.Place, entry.Key, entry.Value.Count - entry.Value.Found.Count));

    // The policy's own mistakes, and what gets around it, are nobody's to accept here.
    private static bool IsAcceptable(string rule) =>
        !PolicyRules.IsAboutPolicyFiles(rule) && !rule.StartsWith("PAC9", StringComparison.Ordinal);

    private void Read(TextLine line, string path)
    {
        var text = line.ToString().Trim();
        var end = text.LastIndexOf('|');
        if (text.StartsWith("#", StringComparison.Ordinal) || end < 0
            || !int.TryParse(text.Substring(end + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count)
            || count < 1 || text.Substring(0, end).TrimEnd() is not { Length: > 7 } fingerprint
            || !IsAcceptable(fingerprint.Substring(0, 7)) || _entries.ContainsKey(fingerprint))
            return;
        _entries.Add(fingerprint, new(count, Location.Create(
            path, line.Span, new(new(line.LineNumber, 0), new(line.LineNumber, line.Span.Length)))));
    }

    private sealed record Entry(int Count, Location Place)
    {
        internal HashSet<Location> Found { get; } = [];
    }
}
