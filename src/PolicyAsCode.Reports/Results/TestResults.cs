using System.Xml;

namespace PolicyAsCode.Reports.Results;

/// <summary>Tests of code that ran, by the clause that they name.</summary>
internal sealed class TestResults
{
    private readonly Dictionary<string, List<CodeTest>> _byClause = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClauseTraits> _traits = new(StringComparer.Ordinal);

    /// <summary>Whether any file was read.</summary>
    public bool HasRead { get; private set; }

    /// <summary>Adds a result file of <c>dotnet test --logger trx</c>, and the traits of the tests that it names.</summary>
    /// <exception cref="IOException">The file, or an assembly that it names, is not there.</exception>
    /// <exception cref="XmlException">It is no such file.</exception>
    /// <exception cref="BadImageFormatException">An assembly that it names is none.</exception>
    public void Add(string file)
    {
        // <UnitTestResult testId=… testName=… outcome=…> come first; <UnitTest id=…> has <TestMethod codeBase=… className=… name=…>.
        var results = new List<(string Id, CodeTest Test)>();
        var clauses = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var test = "";
        using var xml = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
            {
                case "UnitTestResult":
                    results.Add((xml.GetAttribute("testId") ?? "",
                        new(xml.GetAttribute("testName") ?? "", xml.GetAttribute("outcome") == "Passed")));
                    break;
                case "UnitTest":
                    test = xml.GetAttribute("id") ?? "";
                    break;
                case "TestMethod":
                    clauses[test] = TraitsOf(xml.GetAttribute("codeBase") ?? "")
                        .Of(xml.GetAttribute("className") ?? "", xml.GetAttribute("name") ?? "");
                    break;
            }

        HasRead = true;
        foreach (var (id, result) in results)
            if (clauses.TryGetValue(id, out var named))
                foreach (var clause in named)
                {
                    if (!_byClause.TryGetValue(clause, out var tests))
                        _byClause.Add(clause, tests = []);
                    tests.Add(result);
                }
    }

    /// <summary>The tests that name a clause, by name.</summary>
    public IReadOnlyList<CodeTest> Of(string clause) =>
        _byClause.TryGetValue(clause, out var tests) ? [.. tests.OrderBy(test => test.Name, StringComparer.Ordinal)] : [];

    private ClauseTraits TraitsOf(string assembly)
    {
        if (!_traits.TryGetValue(assembly, out var traits))
            _traits.Add(assembly, traits = ClauseTraits.Read(assembly));
        return traits;
    }
}

/// <summary>A test of code, and whether it passed.</summary>
internal sealed record CodeTest(string Name, bool HasPassed);
