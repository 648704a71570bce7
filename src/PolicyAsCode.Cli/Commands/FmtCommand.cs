using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Formatting;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy fmt</c>: every file in the style of the house.</summary>
internal sealed class FmtCommand : PolicyCommand
{
    private const string StandardInput = "-";
    private const string Published = "published";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<bool> _check = new("--check");
    private readonly Option<bool> _mend = new("--mend");
    private readonly Option<string?> _name = new("--name")
    {
        HelpName = "FILE",
    };

    public FmtCommand(CommandHost host)
        : base("fmt", host)
    {
        Add(_paths);
        Add(_check);
        Add(_mend);
        Add(_name);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy fmt", "All"),
        new("policy fmt --check", "Check"),
        new("policy fmt --mend", "Mend"),
        new("policy fmt - --name shop.policy.yaml < draft", "Editor"),
    ];

    private protected override int Run(ParseResult call)
    {
        var paths = call.GetValue(_paths) ?? [];
        if (paths.Contains(StandardInput))
            return Pipe(call, paths);
        if (call.GetValue(_name) is not null)
            throw new UsageException("Usage.NameWithoutDash");

        var policies = PolicyFolder.Load(paths, Host);
        var found = call.GetValue(_mend) ? Retired(policies) : [];
        var isCheck = call.GetValue(_check);
        var (changed, leftAlone, files) = (0, 0, 0);
        foreach (var file in policies.Files.Where(file => IsMeant(file.Path, paths)))
        {
            files++;
            var text = PolicyText.Read(Full(file.Path), file.Path);
            var formatted = PolicyFormatter.Format(file.Path, RetiredTerms.Replace(file.Path, text, found));
            if (formatted.IsLeftAlone)
            {
                leftAlone++;
                Host.Out.WriteLine(Words.Say("Fmt.LeftAlone", file.Path));
            }
            else if (formatted.Text != text)
            {
                changed++;
                if (!isCheck)
                    Write(file.Path, formatted.Text);
                Host.Out.WriteLine(Words.Say(isCheck ? "Fmt.WouldChange" : "Fmt.Changed", file.Path));
            }
        }
        if (changed == 0 && leftAlone == 0)
            Host.Out.WriteLine(Words.Count("Fmt.Clean", files));
        return leftAlone > 0 || (isCheck && changed > 0) ? ExitCodes.Errors : ExitCodes.Clean;
    }

    private int Pipe(ParseResult call, string[] paths)
    {
        if (paths.Length > 1 || call.GetValue(_mend))
            throw new UsageException("Usage.DashAloneNoMend");
        var name = call.GetValue(_name)
            ?? throw new UsageException("Usage.DashWithoutName");
        var text = Host.In.ReadToEnd();
        var formatted = PolicyFormatter.Format(name, text);
        Host.Out.Write(formatted.Text);
        if (formatted.IsLeftAlone)
            Host.Error.WriteLine(Words.Say("Fmt.LeftAlone", name));
        return formatted.IsLeftAlone || (call.GetValue(_check) && formatted.Text != text)
            ? ExitCodes.Errors : ExitCodes.Clean;
    }

    // Without dates: what is out of use is so on any day.
    private static PolicyDiagnostic[] Retired(LoadedPolicies policies) =>
        [.. policies.Names.SelectMany(name => policies.Compile(name, asOf: null).Diagnostics)];

    // A file that was named alone is meant alone; what was published is a record, and stays as it was.
    private bool IsMeant(string path, string[] paths)
    {
        var full = Full(path);
        if (paths.Length == 0 || paths.Any(one => Directory.Exists(Full(one))))
            return !path.Split('/', '\\').Contains(Published, StringComparer.OrdinalIgnoreCase)
                && (paths.Length == 0 || paths.Any(one => full == Full(one) || IsBelow(full, Full(one))));
        return paths.Any(one => full == Full(one));
    }

    private static bool IsBelow(string full, string folder) =>
        full.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string Full(string path) => Path.GetFullPath(path, Host.Folder);

    private void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(Full(path), text, s_utf8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotWrite", path, FileFault.Of(fault));
        }
    }
}
