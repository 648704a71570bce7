using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyAsCode.Tests;

/// <summary>What a build printed, and whether it worked.</summary>
internal sealed partial record BuildResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Errors and warnings in MSBuild's canonical form, in order, repetitions included.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [.. Output.Split('\n').SelectMany(Read)];

    /// <summary>The ids of all errors, sorted.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Findings.Where(found => found.Severity == "error").Select(found => found.Id).Order(StringComparer.Ordinal)];

    /// <summary>Fails the test with the whole output where the build failed.</summary>
    public BuildResult MustSucceed()
    {
        Assert.True(Succeeded, Output);
        return this;
    }

    /// <summary>Fails the test with the whole output where the build worked.</summary>
    public BuildResult MustFail()
    {
        Assert.False(Succeeded, Output);
        return this;
    }

    private static IEnumerable<Finding> Read(string line)
    {
        if (Canonical().Match(line.TrimEnd()) is not { Success: true } match)
            yield break;

        yield return new(
            match.Groups["severity"].Value, match.Groups["id"].Value, match.Groups["file"].Value.Trim(),
            Number("line"), Number("column"), Number("endLine"), Number("endColumn"), match.Groups["message"].Value);

        int Number(string name) =>
            match.Groups[name] is { Success: true, Value: var digits }
                ? int.Parse(digits, CultureInfo.InvariantCulture)
                : 0;
    }

    [GeneratedRegex(
        @"^(?<file>.*?)(\((?<line>\d+),(?<column>\d+)(,(?<endLine>\d+),(?<endColumn>\d+))?\))?\s?: " +
        @"(?<severity>error|warning) (?<id>[A-Z]+\d+): (?<message>.*?)( \[[^\]]*\])?$")]
    private static partial Regex Canonical();
}
