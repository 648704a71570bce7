using System.Xml;

namespace PolicyAsCode.Reports.Results;

/// <summary>Tests of code that ran, by the clause that they name.</summary>
internal sealed class TestResults
{
    // By the test, and which run of it is the last: a folder of results often holds those of earlier runs.
    private readonly Dictionary<string, Dictionary<string, (CodeTest Test, DateTimeOffset EndedAt)>> _byClause = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClauseTraits> _traits = new(StringComparer.Ordinal);

    /// <summary>Whether any file was read.</summary>
    public bool HasRead { get; private set; }

    /// <summary>
    /// Adds a result file of <c>dotnet test --logger trx</c>, and the traits of the tests that it names. Of a test that several
    /// files tell of, the result that ended last counts.
    /// </summary>
    /// <exception cref="IOException">The file, or an assembly that it names, is not there.</exception>
    /// <exception cref="XmlException">It is no such file.</exception>
    /// <exception cref="BadImageFormatException">An assembly that it names is none.</exception>
    public void Add(string file)
    {
        // <UnitTestResult testId=… testName=… outcome=…> come first; <UnitTest id=…> has <TestMethod codeBase=… className=… name=…>.
        var results = new List<(string Id, CodeTest Test, DateTimeOffset EndedAt)>();
        var clauses = new Dictionary<string, (string Method, ImmutableArray<string> Named)>(StringComparer.Ordinal);
        var test = "";
        using var xml = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
            {
                case "UnitTestResult":
                    results.Add((xml.GetAttribute("testId") ?? "",
                        new(xml.GetAttribute("testName") ?? "", xml.GetAttribute("outcome") == "Passed"), EndOf(xml)));
                    break;
                case "UnitTest":
                    test = xml.GetAttribute("id") ?? "";
                    break;
                case "TestMethod":
                    var (assembly, type, name) =
                        (xml.GetAttribute("codeBase") ?? "", xml.GetAttribute("className") ?? "", xml.GetAttribute("name") ?? "");
                    clauses[test] = ($"{assembly} {type}.{name}", TraitsOf(assembly).Of(type, name));
                    break;
            }

        HasRead = true;
        foreach (var (id, result, endedAt) in results)
            if (clauses.TryGetValue(id, out var of))
                foreach (var clause in of.Named)
                    Add(clause, $"{of.Method} {result.Name}", result, endedAt);
    }

    /// <summary>Whether a clause is shown: a test that names it passed, and none of them failed.</summary>
    public bool IsShown(string clause) => Of(clause) is { Count: > 0 } tests && tests.All(test => test.HasPassed);

    /// <summary>The tests that name a clause, by name.</summary>
    public IReadOnlyList<CodeTest> Of(string clause) =>
        _byClause.TryGetValue(clause, out var tests)
            ? [.. tests.Values.Select(last => last.Test).OrderBy(test => test.Name, StringComparer.Ordinal)] : [];

    private void Add(string clause, string key, CodeTest result, DateTimeOffset endedAt)
    {
        if (!_byClause.TryGetValue(clause, out var tests))
            _byClause.Add(clause, tests = new(StringComparer.Ordinal));
        // Of two at one moment, or without any, the one that failed: a green one beside it proves nothing.
        if (!tests.TryGetValue(key, out var known) || endedAt > known.EndedAt || (endedAt == known.EndedAt && !result.HasPassed))
            tests[key] = (result, endedAt);
    }

    private static DateTimeOffset EndOf(XmlReader result) =>
        DateTimeOffset.TryParse(
            result.GetAttribute("endTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : default;

    private ClauseTraits TraitsOf(string assembly)
    {
        if (!_traits.TryGetValue(assembly, out var traits))
            _traits.Add(assembly, traits = ClauseTraits.Read(assembly));
        return traits;
    }
}

/// <summary>A test of code, and whether it passed.</summary>
internal sealed record CodeTest(string Name, bool HasPassed);
