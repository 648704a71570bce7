using System.Diagnostics;
using System.Text.RegularExpressions;

namespace JovaPos.Tests;

/// <summary>
/// A project whose folder <c>Violations/</c> breaks its policy on purpose: what its lines expect, and what a build of it, as
/// anybody builds it, reports. Both as <c>file:line id</c>, in order.
/// </summary>
internal sealed partial class MarkedProject(string folder)
{
    private readonly string _folder = Path.Combine(Repository.Root, folder);

    /// <summary>The findings that the comments announce.</summary>
    public IReadOnlyList<string> Expected() => [.. Marks().Select(mark => mark.Finding).Order(StringComparer.Ordinal)];

    /// <summary>Those of them whose message has to name a clause, <c>// expect: PAC3001 JOVA-1.3</c>, with the clause.</summary>
    public IReadOnlyList<(string Finding, string Clause)> ExpectedToName() => [.. Marks().Where(mark => mark.Clause.Length > 0)];

    /// <summary>The rules that the folder breaks.</summary>
    public IEnumerable<string> Rules() => Expected().Select(line => line[^7..]).Distinct();

    /// <summary>The warnings and errors of a build, ours or not, each once.</summary>
    public IEnumerable<string> Reported(string output) =>
        Diagnostic().Matches(output)
            .DistinctBy(match => match.Value[..(match.Groups["message"].Index - match.Index)].Trim())
            .Select(match => Finding(
                match.Groups["file"].Value,
                match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value) : 0,
                match.Groups["id"].Value))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether a finding of the build names a clause, as a whole word: JOVA-1.1 is not in JOVA-1.10.</summary>
    public bool Names(string output, string finding, string clause) =>
        Diagnostic().Matches(output)
            .Where(match => match.Groups["line"].Success)
            .Where(match => Finding(match.Groups["file"].Value, int.Parse(match.Groups["line"].Value), match.Groups["id"].Value) == finding)
            .Any(match => Regex.IsMatch(match.Groups["message"].Value, $@"(?<![\w.-]){Regex.Escape(clause)}(?![\w-]|\.\w)"));

    /// <summary>Compiles the project anew, into a folder of its own; what it refers to is built already.</summary>
    public async Task<(int Exit, string Output)> BuildAsync(string property)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build", _folder, "--nologo", "-tl:off", "-nodeReuse:false", "-c", Repository.Configuration,
                "-t:Rebuild", "-p:BuildProjectReferences=false", property,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["MSBUILDTERMINALLOGGER"] = "off" },
        })!;
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, await output + await errors);
    }

    private IEnumerable<(string Finding, string Clause)> Marks() =>
        Directory.GetFiles(Path.Combine(_folder, "Violations"), "*", SearchOption.AllDirectories).SelectMany(Marks);

    private IEnumerable<(string Finding, string Clause)> Marks(string file) =>
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        let comment = Regex.Match(line.Text, @"(?://|@\*) expect: (?<marks>.*)$")
        where comment.Success
        from Match mark in Regex.Matches(comment.Groups["marks"].Value, @"(?<id>PAC\d{4})(?: (?<clause>[A-Z]+-[\w.]+))?")
        select (Finding(file, line.Number, mark.Groups["id"].Value), mark.Groups["clause"].Value);

    private string Finding(string file, int line, string id) =>
        $"{Path.GetRelativePath(_folder, Path.GetFullPath(file, _folder)).Replace('\\', '/')}:{line} {id}";

    // Canonical form; findings without a place (`CSC : warning …`) count as well.
    [GeneratedRegex(
        @"^\s*(?<file>[^\r\n(:]+?)\s*(?:\((?<line>\d+),\d+(?:,\d+,\d+)?\))?\s*: (?:error|warning) (?<id>\w+):(?<message>[^\r\n]*)",
        RegexOptions.Multiline)]
    private static partial Regex Diagnostic();
}
