using System.Diagnostics;
using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Comparing;

/// <summary>Reads a folder of policies as a revision of the repository has it; nothing is checked out.</summary>
internal static class GitRevision
{
    /// <summary>The policies of a revision, called <c>REV:path</c>.</summary>
    /// <param name="revision">What git takes for one: a branch, a tag, <c>HEAD~1</c>.</param>
    /// <param name="folder">The folder, from where the command is called.</param>
    /// <param name="host">Where it is called.</param>
    /// <exception cref="UsageException">There is no git, repository, revision or policy.</exception>
    public static LoadedPolicies Load(string revision, string folder, CommandHost host)
    {
        // What starts with '-' would be an option of git's.
        if (revision.StartsWith('-') || revision.Length == 0
            || !TryRun(host, out var commit, out var refused, "rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}"))
            throw new UsageException("Usage.NoRevision", revision);
        var at = Encoding.UTF8.GetString(commit).Trim();
        if (!TryRun(host, out var listed, out refused, "ls-tree", "-r", "-z", "--name-only", at, "--", $"{folder}/"))
            throw new UsageException("Usage.GitCannotList", folder, revision, refused);

        var files = Encoding.UTF8.GetString(listed).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => PolicyCompiler.KindOf(path) is not null)
            .Select(path => Read(path, at, revision, host))
            .ToImmutableArray();
        ImmutableArray<string> names =
        [
            .. files.Where(file => file.Kind == PolicyFileKind.Policy).Select(file => file.PolicyName).Distinct()
                .Order(StringComparer.Ordinal),
        ];
        return new(files, names);
    }

    private static ParsedFile Read(string path, string commit, string revision, CommandHost host)
    {
        var shown = $"{revision}:{(path.Contains('/', StringComparison.Ordinal) ? path : $"./{path}")}";
        return TryRun(host, out var bytes, out var refused, "show", $"{commit}:./{path}")
            ? PolicyCompiler.Parse(shown, PolicyText.Decode(bytes, shown))
            : throw new UsageException("Usage.GitCannotRead", shown, refused);
    }

    private static bool TryRun(CommandHost host, out byte[] answer, out string refused, params string[] words)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = host.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            using var bytes = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(bytes);
            git.WaitForExit();
            answer = bytes.ToArray();
            refused = errors.GetAwaiter().GetResult().Trim();
            return git.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new UsageException("Usage.NoGit", missing.Message);
        }
    }
}
