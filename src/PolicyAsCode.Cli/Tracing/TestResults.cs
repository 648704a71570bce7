using System.Xml;
using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Tracing;

/// <summary>Tests of code that ran, by the clause that they name.</summary>
internal sealed class TestResults
{
    private readonly Dictionary<string, List<CodeTest>> _byClause = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClauseTraits> _traits = new(StringComparer.Ordinal);

    /// <summary>Reads result files of <c>dotnet test --logger trx</c>, and the traits of the tests that they name.</summary>
    /// <exception cref="UsageException">A file is not there, or is no such file.</exception>
    public static TestResults Read(IEnumerable<string> files, CommandHost host)
    {
        var results = new TestResults();
        foreach (var file in files)
            try
            {
                results.Read(Path.GetFullPath(file, host.Folder));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException or BadImageFormatException)
            {
                throw new UsageException("Usage.NoResults", file, FileFault.Of(fault));
            }
        return results;
    }

    /// <summary>The tests that name a clause, by name.</summary>
    public IReadOnlyList<CodeTest> Of(string clause) =>
        _byClause.TryGetValue(clause, out var tests) ? [.. tests.OrderBy(test => test.Name, StringComparer.Ordinal)] : [];

    // <UnitTestResult testId=… testName=… outcome=…> come first; <UnitTest id=…> has <TestMethod codeBase=… className=… name=…>.
    private void Read(string file)
    {
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

        foreach (var (id, result) in results)
            foreach (var clause in clauses.GetValueOrDefault(id, []))
            {
                if (!_byClause.TryGetValue(clause, out var tests))
                    _byClause.Add(clause, tests = []);
                tests.Add(result);
            }
    }

    private ClauseTraits TraitsOf(string assembly)
    {
        if (!_traits.TryGetValue(assembly, out var traits))
            _traits.Add(assembly, traits = ClauseTraits.Read(assembly));
        return traits;
    }
}

/// <summary>A test of code, and whether it passed.</summary>
internal sealed record CodeTest(string Name, bool HasPassed);
