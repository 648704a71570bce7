using System.Xml;

namespace PolicyAsCode.Reports.Results;

/// <summary>A result file of <c>dotnet test --logger trx</c>: what one project, or several, had to say in one run.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Run">The id of its run; that of a solution has one for each project.</param>
/// <param name="From">When its tests began; the default value where the file does not say.</param>
/// <param name="To">When they had ended.</param>
internal sealed record ResultFile(string Path, string Run, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Its tests, in the order of the file.</summary>
    public ImmutableArray<RunTest> Tests { get; init; } = [];

    /// <summary>The assemblies that hold them, by the path where they ran.</summary>
    public IEnumerable<string> Assemblies => Tests.Select(test => test.Assembly).Distinct(StringComparer.Ordinal);

    /// <summary>Reads one.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="XmlException">It is no such file.</exception>
    public static ResultFile Read(string path)
    {
        // <TestRun id=…> <Times start=… finish=…> <UnitTestResult testId=… testName=… outcome=… startTime=… endTime=…>, and then
        // <UnitTest id=…> has <TestMethod codeBase=… className=… name=…>.
        var (run, test, from, to) = ("", "", default(DateTimeOffset?), default(DateTimeOffset?));
        var results = new List<(string Id, string Name, TestOutcome Outcome)>();
        var methods = new Dictionary<string, (string Assembly, string Class, string Name)>(StringComparer.Ordinal);
        using var xml = XmlReader.Create(path, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
            {
                case "TestRun":
                    run = xml.GetAttribute("id") ?? "";
                    break;
                case "Times":
                    Take("start", "finish");
                    break;
                case "UnitTestResult":
                    results.Add((Of("testId"), Of("testName"), Outcome(Of("outcome"))));
                    Take("startTime", "endTime");
                    break;
                case "UnitTest":
                    test = Of("id");
                    break;
                case "TestMethod":
                    methods[test] = (Of("codeBase"), Of("className"), Of("name"));
                    break;
            }

        return new(path, run, from ?? to ?? default, to ?? from ?? default)
        {
            Tests =
            [
                .. from result in results
                   where methods.ContainsKey(result.Id)
                   let method = methods[result.Id]
                   select new RunTest(method.Assembly, method.Class, method.Name, new(result.Name, result.Outcome)),
            ],
        };

        static TestOutcome Outcome(string written) => written switch
        {
            "Passed" => TestOutcome.Passed,
            "NotExecuted" => TestOutcome.NotRun,
            _ => TestOutcome.Failed,
        };

        string Of(string attribute) => xml.GetAttribute(attribute) ?? "";

        void Take(string start, string end)
        {
            if (TimeOf(start) is { } began && !(began >= from))
                from = began;
            if (TimeOf(end) is { } ended && !(ended <= to))
                to = ended;
        }

        DateTimeOffset? TimeOf(string attribute) =>
            DateTimeOffset.TryParse(Of(attribute), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}

/// <summary>A test of a result file: where its method stands, and how it ended.</summary>
internal sealed record RunTest(string Assembly, string Class, string Method, CodeTest Result);

/// <summary>A test of code, and how it ended.</summary>
internal sealed record CodeTest(string Name, TestOutcome Outcome);
