using PolicyAsCode.Cli.Completion;
using PolicyAsCode.Cli.Creating;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Formatting;
using PolicyAsCode.Language.Laws;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy new</c>: a first policy, with its notice and its tests, by questions or by flags.</summary>
internal sealed class NewCommand : PolicyCommand
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Option<string?> _name = new("--name", "-n")
    {
        HelpName = "NAME",
    };
    private readonly Option<string?> _controller = new("--controller")
    {
        HelpName = "ORGANISATION",
    };
    private readonly Option<string?> _email = new("--email")
    {
        HelpName = "ADDRESS",
    };
    private readonly Option<string?> _timeZone = new("--time-zone")
    {
        HelpName = "ZONE",
    };
    private readonly Option<string[]> _data = new("--data")
    {
        HelpName = "DATA",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _of = SharedOptions.Of();
    private readonly Option<string[]> _law = new("--law")
    {
        HelpName = "LAW",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string?> _language = new("--language")
    {
        HelpName = "LANGUAGE",
    };
    private readonly Option<string> _to = new("--to")
    {
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "policies",
    };
    private readonly Option<bool> _force = new("--force");


    public NewCommand(CommandHost host)
        : base("new", host)
    {
        _data.CompletionSources.Add(Candidates.Terms(TermKind.Category, host));
        _law.CompletionSources.Add([.. LawPacks.Names, "none"]);
        _language.AcceptOneOf(host, "en", "id");
        foreach (var option in new Option[]
            { _name, _controller, _email, _timeZone, _data, _of, _law, _language, _to, _force })
            Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy new", "Questions"),
        new("policy new --name shop --controller \"Corner Shop\" --email privacy@shop.example --time-zone Asia/Jakarta --data contact.name,contact.email:communication+promotion",
            "Flags"),
    ];

    private protected override int Run(ParseResult call)
    {
        var answers = Answers(call, Words);
        var words = new Words(answers.Language);
        var draft = new Draft(answers, BuiltInVocabulary.Terms, Host.Today);
        var folder = call.GetValue(_to)!.TrimEnd('/', '\\');
        var files = new (string Path, string Text)[]
        {
            ($"{folder}/{answers.Name}.policy.yaml", PolicyDraft.Write(draft, words)),
            ($"{folder}/{answers.Name}.notice.yaml", NoticeDraft.Write(draft, words)),
            ($"{folder}/{answers.Name}.tests.yaml", TestsDraft.Write(draft, words)),
        };
        for (var i = 0; i < files.Length; i++)
            files[i].Text = PolicyFormatter.Format(files[i].Path, files[i].Text).Text;

        Refuse(files.Select(file => file.Path), call.GetValue(_force));
        foreach (var (path, text) in files)
            Write(path, text);
        return Tell(answers, files, Words);
    }

    private PolicyAnswers Answers(ParseResult call, Words words)
    {
        var interview = new Interview(Host);
        var vocabulary = BuiltInVocabulary.Terms;
        if (Host.IsInteractive && call.GetValue(_data) is null or [])
            Host.Out.WriteLine(words.Say("New.Start"));

        var controller = Said(call.GetValue(_controller), _controller, words.Say("New.Ask.Controller"), null, text => text, interview);
        var name = Said(call.GetValue(_name), _name, words.Say("New.Ask.Name"), AnswerChecks.Suggested(controller), AnswerChecks.Name, interview);
        var email = Said(call.GetValue(_email), _email, words.Say("New.Ask.Email"), null, AnswerChecks.Email, interview);
        var zone = Assumed(call.GetValue(_timeZone), words.Say("New.Ask.TimeZone"), ZoneHere(), AnswerChecks.TimeZone, interview);
        var law = Assumed(
            call.GetValue(_law) is { Length: > 0 } laws ? string.Join(',', laws) : null, words.Say("New.Ask.Laws"),
            string.Join(", ", Defaults.LawsOf(zone)) is { Length: > 0 } usual ? usual : "none", AnswerChecks.Laws, interview);
        var language = Assumed(
            call.GetValue(_language), words.Say("New.Ask.Language"),
            Defaults.IsIndonesian(zone) ? "id" : "en", AnswerChecks.Language, interview);
        var subject = Assumed(
            call.GetValue(_of), words.Say("New.Ask.Subject"), "customer",
            text => Terms.Find(vocabulary, TermKind.Subject, text), interview);
        return new(name, controller, email, zone, language, law, subject, Data(call, words, interview, vocabulary));
    }

    private ImmutableArray<DataAnswer> Data(ParseResult call, Words words, Interview interview, Vocabulary vocabulary)
    {
        if (call.GetValue(_data) is { Length: > 0 } given)
            return
            [
                .. given.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    .Select(text => ReadData(text, vocabulary)).DistinctBy(data => data.Category),
            ];
        if (!Host.IsInteractive)
            throw Missing(_data);

        var categories = interview.AskTerms(
            words.Say("New.Ask.Data"), "contact.name, contact.email", TermKind.Category, vocabulary);
        return
        [
            .. categories.Select(category => new DataAnswer(category, interview.AskTerms(
                words.Say("New.Ask.Purposes", category.Key),
                string.Join(", ", Defaults.PurposesOf(category, vocabulary).Select(purpose => purpose.Key)),
                TermKind.Purpose, vocabulary))),
        ];
    }

    // 'contact.email' or 'contact.email:communication+promotion'.
    private static DataAnswer ReadData(string text, Vocabulary vocabulary)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var category = Terms.Find(vocabulary, TermKind.Category, colon < 0 ? text : text[..colon]);
        return new(category, colon < 0
            ? Defaults.PurposesOf(category, vocabulary)
            : Interview.ReadTerms(text[(colon + 1)..].Replace('+', ','), TermKind.Purpose, vocabulary));
    }

    private T Said<T>(string? given, Option option, string question, string? otherwise, Func<string, T> read, Interview interview) =>
        given is not null ? read(given)
        : Host.IsInteractive ? interview.Ask(question, otherwise, read)
        : otherwise is not null ? read(otherwise)
        : throw Missing(option);

    private T Assumed<T>(string? given, string question, string otherwise, Func<string, T> read, Interview interview) =>
        given is not null ? read(given)
        : Host.IsInteractive ? interview.Ask(question, otherwise, read)
        : read(otherwise);

    private UsageException Missing(Option option) =>
        new("Usage.FlagMissing", option.Name, CommandTexts.Of(this, option));

    private string ZoneHere()
    {
        try
        {
            return AnswerChecks.TimeZone(Host.Clock.LocalTimeZone.Id);
        }
        catch (UsageException)
        {
            return "UTC";
        }
    }

    private void Refuse(IEnumerable<string> paths, bool isForced)
    {
        var there = paths.Where(path => File.Exists(Full(path))).ToArray();
        if (there.Length > 0 && !isForced)
            throw new UsageException(there.Length == 1 ? "Usage.ThereAlready.One" : "Usage.ThereAlready.Many", string.Join(", ", there));
    }

    private void Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
            File.WriteAllText(Full(path), text, s_utf8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotWrite", path, FileFault.Of(fault));
        }
    }

    private int Tell(PolicyAnswers answers, (string Path, string Text)[] files, Words words)
    {
        Host.Out.WriteLine(words.Say("New.Written"));
        foreach (var (file, key) in files.Zip(["Policy", "Notice", "Tests"]))
            Host.Out.WriteLine($"  {file.Path.PadRight(files.Max(one => one.Path.Length))}  {words.Say($"New.File.{key}")}");
        Host.Out.WriteLine();

        var parsed = files.Where(file => PolicyCompiler.KindOf(file.Path) is not null)
            .Select(file => PolicyCompiler.Parse(file.Path, file.Text));
        var found = PolicyCompiler.Compile(parsed, answers.Name, Host.Today).Diagnostics;
        foreach (var one in found.Where(one => one.Severity != PolicySeverity.Observe))
            DiagnosticText.Write(one, words.Language, Host);
        if (found.Any(one => one.Severity == PolicySeverity.Error))
        {
            Host.Out.WriteLine(words.Say("New.StillOpen"));
            return ExitCodes.Errors;
        }
        Host.Out.WriteLine(words.Say("New.Next"));
        // A folder of the usual name is found without being named.
        var folder = files[0].Path[..files[0].Path.LastIndexOf('/')];
        var isFound = folder is "policies";
        Host.Out.WriteLine(words.Say("New.NextAsk", answers.Data[0].Category.Key, answers.Name, isFound ? "" : $" --in {folder}"));
        Host.Out.WriteLine(words.Say("New.NextCheck", isFound ? "" : $" {folder}"));
        return ExitCodes.Clean;
    }

    private string Full(string path) => Path.GetFullPath(path, Host.Folder);
}
