using System.Diagnostics;
using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Scanning.Building;

/// <summary>
/// A code base as its own build has it: <c>dotnet build</c> runs with one more target, which writes down what the compiler
/// is told. All outputs go to a temporary folder; what the build itself writes elsewhere is its own.
/// </summary>
internal sealed class BuiltCode : IDisposable
{
    private const string Resource = "scan/Capture.targets";
    private const int MostErrors = 5;

    private readonly DirectoryInfo _artifacts = Directory.CreateTempSubdirectory("policy-scan-");
    private readonly DotNetSdk _sdk;

    /// <summary>A place for the outputs of a build, until it is disposed of.</summary>
    public BuiltCode(DotNetSdk sdk) => _sdk = sdk;

    /// <summary>Builds, and says what was compiled.</summary>
    /// <param name="path">A folder, a solution or a project file.</param>
    /// <param name="shown">The same as the caller typed it.</param>
    /// <exception cref="UsageException">There is nothing to build, or nothing was compiled.</exception>
    public ScannedCode Build(string path, string shown)
    {
        var captured = _artifacts.CreateSubdirectory("captured").FullName;
        var targets = Path.Combine(_artifacts.FullName, "Capture.targets");
        using (var from = typeof(BuiltCode).Assembly.GetManifestResourceStream(Resource)!)
        using (var to = File.Create(targets))
            from.CopyTo(to);

        var errors = new List<string>();
        foreach (var entry in Entries(path, shown))
            Run(entry, targets, captured, errors);

        var projects = Directory.EnumerateFiles(captured, "*.scan").Order(StringComparer.Ordinal)
            .Select(file => CapturedProject.Read(file)).ToList();
        if (projects.Count == 0)
            throw new UsageException("Scan.NothingBuilt", shown, errors.Count == 0 ? "-" : string.Join("\n", errors.Take(MostErrors)));
        return new([.. projects.Where(one => !one.IsTest).Select(one => one.Project)])
        {
            Tests = [.. projects.Where(one => one.IsTest).Select(one => one.Project.Path).Distinct(StringComparer.Ordinal)],
            BuildErrors = [.. errors.Distinct(StringComparer.Ordinal).Take(MostErrors)],
            IsBuilt = true,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _artifacts.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A file that some process still holds stays in the system's temporary folder, which is cleared in time.
        }
    }

    // A solution says what belongs together; without one, every project file is asked for by itself.
    private static IEnumerable<string> Entries(string path, string shown)
    {
        if (File.Exists(path))
            return [path];
        foreach (var end in new[] { "*.slnx", "*.sln" })
            if (Directory.EnumerateFiles(path, end).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } solutions)
                return solutions;
        var projects = new Projects.CodeFolder(path).EndingWith(".csproj").ToList();
        return projects.Count > 0 ? projects : throw new UsageException("Scan.NoProject", shown);
    }

    private void Run(string entry, string targets, string captured, List<string> errors)
    {
        var start = new ProcessStartInfo(_sdk.Program)
        {
            WorkingDirectory = Path.GetDirectoryName(entry)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var word in (IEnumerable<string>)
        [
            "build", entry, "--nologo", "-v:q", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            "-p:UseArtifactsOutput=true", $"-p:ArtifactsPath={Path.Combine(_artifacts.FullName, "out")}",
            $"-p:CustomAfterMicrosoftCSharpTargets={targets}", $"-p:PolicyScanFolder={captured}",
            // The policy is judged by the scan; a build that stops at a warning would hide the rest of the code.
            "-p:PrivacyPolicy=none", "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false",
            // A lock file lies among the sources: it is read, and not written.
            "-p:RestoreLockedMode=true", "-p:EmitCompilerGeneratedFiles=false",
        ])
            start.ArgumentList.Add(word);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            using var build = Process.Start(start)!;
            var complaints = build.StandardError.ReadToEndAsync();
            var lines = build.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
            build.WaitForExit();
            if (build.ExitCode != 0)
                errors.AddRange(lines.Concat(complaints.GetAwaiter().GetResult().Split('\n', StringSplitOptions.TrimEntries))
                    .Where(line => line.Contains("error ", StringComparison.Ordinal)).DefaultIfEmpty(lines.LastOrDefault(line => line.Length > 0) ?? "-"));
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new UsageException("Scan.CannotBuild", _sdk.Program, FileFault.Of(fault));
        }
    }
}
