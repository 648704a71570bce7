using PolicyAsCode.Cli.Completion;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Commands;

/// <summary>Options that several commands have, so that they are called and read the same everywhere.</summary>
internal static class SharedOptions
{
    private const string PolicyName = "--policy";
    private const string OfName = "--of";
    private const string LangName = "--lang";

    private static readonly string[] s_languages = ["en", "id"];

    /// <summary>The folders or files that a command reads.</summary>
    public static Argument<string[]> Paths() => new("paths") { Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The folders or files that a command reads, as an option of commands whose arguments are something else.</summary>
    public static Option<string[]> In() => new("--in") { HelpName = "PATH", Arity = ArgumentArity.OneOrMore };

    /// <summary>The policy that is meant.</summary>
    public static Option<string?> Policy() => new(PolicyName, "-p") { HelpName = "NAME" };

    /// <summary>Whose data is meant.</summary>
    public static Option<string?> Of() => new(OfName) { HelpName = "SUBJECT" };

    /// <summary>Where the assemblies of tests lie that ran on another machine.</summary>
    public static Option<string?> TestAssemblies() => new("--test-assemblies") { HelpName = "FOLDER" };

    /// <summary>The day whose dates count.</summary>
    public static Option<string?> AsOf(CommandHost host)
    {
        var option = new Option<string?>("--as-of") { HelpName = "DATE" };
        option.Validators.Add(found =>
        {
            foreach (var token in found.Tokens)
                if (!CalendarDate.TryParse(token.Value, out _))
                    found.AddError(host.Words.Say("Call.NoDay", token.Value));
        });
        return option;
    }

    /// <summary>The day that was named, or today.</summary>
    public static CalendarDate DayOf(this ParseResult call, Option<string?> asOf, CommandHost host) =>
        CalendarDate.TryParse(call.GetValue(asOf) ?? "", out var day) ? day : host.Today;

    /// <summary>The language of the answer; every command has it.</summary>
    public static Option<string> Lang(CommandHost host)
    {
        var option = new Option<string>(LangName)
        {
            HelpName = "LANGUAGE",
            DefaultValueFactory = _ => s_languages[0],
            Recursive = true,
        };
        option.AcceptOneOf(host, s_languages);
        return option;
    }

    /// <summary>
    /// The language that was asked for, looked for before the words are read as a call: what is wrong with them is told in
    /// it too.
    /// </summary>
    public static MessageLanguage LanguageOf(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count && words[i] is not "--"; i++)
        {
            var code = words[i] == LangName ? words.ElementAtOrDefault(i + 1)
                : words[i].StartsWith(LangName, StringComparison.Ordinal) && words[i].Length > LangName.Length
                    && words[i][LangName.Length] is '=' or ':' ? words[i][(LangName.Length + 1)..]
                : null;
            if (MessageLanguages.TryParse(code, out var language))
                return language;
        }
        return MessageLanguage.English;
    }

    /// <summary>Lets a shell complete what shared options take.</summary>
    public static void Complete(Command command, CommandHost host)
    {
        foreach (var option in command.Options)
        {
            if (option.Name == PolicyName)
                option.CompletionSources.Add(Candidates.Policies(host));
            else if (option.Name == OfName)
                option.CompletionSources.Add(Candidates.Terms(TermKind.Subject, host));
        }
    }

    /// <summary>Takes one of some words, completes them, and says which was probably meant.</summary>
    public static void AcceptOneOf<T>(this Option<T> option, CommandHost host, params string[] words)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        option.Validators.Add(found =>
        {
            foreach (var token in found.Tokens)
                if (!words.Contains(token.Value, StringComparer.Ordinal))
                    found.AddError(host.Words.Say("Call.NotTaken", token.Value, option.Name,
                        Spelling.DidYouMean(token.Value, words) ?? Words.Of("Call.Takes", words)));
        });
    }
}
