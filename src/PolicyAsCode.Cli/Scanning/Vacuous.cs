namespace PolicyAsCode.Cli.Scanning;

/// <summary>
/// Promises and bindings that match nothing in the scanned code: they look kept, and nothing was there to keep or break
/// them.
/// </summary>
internal static class Vacuous
{
    /// <summary>Each at its own line, as PAC1019 tells those that can match nothing at all.</summary>
    /// <param name="request">The policy.</param>
    /// <param name="held">The categories that the code is declared to hold.</param>
    /// <param name="bound">The lines of bindings that were met.</param>
    public static IEnumerable<ScanFinding> In(ScanRequest request, IReadOnlySet<string> held, BoundPlaces bound)
    {
        var categories = request.Compiled.Vocabulary.Terms(TermKind.Category);
        foreach (var statement in request.Compiled.Model!.Data)
            if (!categories.Any(term => held.Contains(term.Key) && term.IsWithin(statement.Category)))
                yield return Of(statement.Location, Words("Scan.NothingHolds", statement.Category.Key));
        foreach (var (location, name) in bound.Unmet)
            yield return Of(location, Words("Scan.NothingNamed", name));

        string Words(string key, string name) => new Output.Words(request.Language).Say(key, name);
    }

    private static ScanFinding Of(FileLocation location, string message) => new()
    {
        Id = PolicyRules.MatchesNothing,
        Severity = PolicySeverity.Observe,
        Message = message,
        At = new(
            location.Path, location.Range.Start.Line, location.Range.Start.Column, location.Range.End.Line,
            location.Range.End.Column),
    };
}
