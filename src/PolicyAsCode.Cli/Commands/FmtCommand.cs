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
    private readonly Option<bool> _check = new("--check")
    {
        Description = "Change nothing: name the files that would change, and fail if there are any; for CI.",
    };
    private readonly Option<bool> _mend = new("--mend")
    {
        Description = "Write the successor for each term that is out of use (PAC1018), too.",
    };
    private readonly Option<string?> _name = new("--name")
    {
        Description = "With '-' as path: the file that standard input stands for. Its new text is the answer.",
        HelpName = "FILE",
    };
    private readonly Option<string> _lang = SharedOptions.Lang();

    public FmtCommand(CommandHost host)
        : base("fmt", "Write policy files in one style: order of keys, indentation, lines of 120 characters.", host)
    {
        Add(_paths);
        Add(_check);
        Add(_mend);
        Add(_name);
        Add(_lang);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy fmt", "Formats all files of the nearest folder 'policies'. No comment is lost, nothing else is said."),
        new("policy fmt --check", "Changes nothing, and fails where a file is not in style."),
        new("policy fmt --mend", "Formats, and replaces terms that have got a new name."),
        new("policy fmt - --name shop.policy.yaml < draft", "Formats a text that is not saved yet; for editors."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(int Code, string Meaning)> Exits =>
    [
        (ExitCodes.Clean, "all files are in style, or are now"),
        (ExitCodes.Errors, "a file is not in style (--check), or could not be read whole and was left alone"),
        (ExitCodes.Usage, "the call cannot be followed, or a file cannot be read or written"),
    ];

    private protected override int Run(ParseResult call)
    {
        var paths = call.GetValue(_paths) ?? [];
        if (paths.Contains(StandardInput))
            return Pipe(call, paths);
        if (call.GetValue(_name) is not null)
            throw new UsageException("--name says what standard input is. Add '-' as the path, or leave --name out.");

        var policies = PolicyFolder.Load(paths, Host);
        var found = call.GetValue(_mend) ? Retired(policies) : [];
        var words = new Words(call.LanguageOf(_lang));
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
                Host.Out.WriteLine(words.Say("Fmt.LeftAlone", file.Path));
            }
            else if (formatted.Text != text)
            {
                changed++;
                if (!isCheck)
                    Write(file.Path, formatted.Text);
                Host.Out.WriteLine(words.Say(isCheck ? "Fmt.WouldChange" : "Fmt.Changed", file.Path));
            }
        }
        if (changed == 0 && leftAlone == 0)
            Host.Out.WriteLine(words.Count("Fmt.Clean", files));
        return leftAlone > 0 || (isCheck && changed > 0) ? ExitCodes.Errors : ExitCodes.Clean;
    }

    private int Pipe(ParseResult call, string[] paths)
    {
        if (paths.Length > 1 || call.GetValue(_mend))
            throw new UsageException("'-' (standard input) stands alone, and without --mend: its words are known with its folder only.");
        var name = call.GetValue(_name)
            ?? throw new UsageException("Say which file standard input is, for example: --name policies/shop.policy.yaml.");
        var text = Host.In.ReadToEnd();
        var formatted = PolicyFormatter.Format(name, text);
        Host.Out.Write(formatted.Text);
        if (formatted.IsLeftAlone)
            Host.Error.WriteLine(new Words(call.LanguageOf(_lang)).Say("Fmt.LeftAlone", name));
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
            throw new UsageException($"'{path}' cannot be written: {fault.Message}");
        }
    }
}
