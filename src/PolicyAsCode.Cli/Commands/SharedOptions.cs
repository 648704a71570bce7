using PolicyAsCode.Cli.Completion;

namespace PolicyAsCode.Cli.Commands;

/// <summary>Options that several commands have, so that they are called and read the same everywhere.</summary>
internal static class SharedOptions
{
    private const string PolicyName = "--policy";
    private const string OfName = "--of";

    /// <summary>The folders or files that a command reads.</summary>
    public static Argument<string[]> Paths() => new("paths")
    {
        Description = "Folders with policies, or single files. Without any: the nearest folder 'policies', upward.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The folders or files that a command reads, as an option of commands whose arguments are something else.</summary>
    public static Option<string[]> In() => new("--in")
    {
        Description = "The folder with the policies. Without it: the nearest folder 'policies', upward.",
        HelpName = "PATH",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The policy that is meant.</summary>
    public static Option<string?> Policy() => new(PolicyName, "-p")
    {
        Description = "The policy, by its name. Needed where several lie in the folder.",
        HelpName = "NAME",
    };

    /// <summary>Whose data is meant.</summary>
    public static Option<string?> Of() => new(OfName)
    {
        Description = "Whose data it is, such as customer. Without: anybody's.",
        HelpName = "SUBJECT",
    };

    /// <summary>The day whose dates count.</summary>
    public static Option<string?> AsOf()
    {
        var option = new Option<string?>("--as-of")
        {
            Description = "The day whose dates count (review, waivers, steps of enforcement), as 2026-11-22. Default: today.",
            HelpName = "DATE",
        };
        option.Validators.Add(found =>
        {
            foreach (var token in found.Tokens)
                if (!CalendarDate.TryParse(token.Value, out _))
                    found.AddError($"'{token.Value}' is no day. Write it as year-month-day, such as 2026-11-22.");
        });
        return option;
    }

    /// <summary>The day that was named, or today.</summary>
    public static CalendarDate DayOf(this ParseResult call, Option<string?> asOf, CommandHost host) =>
        CalendarDate.TryParse(call.GetValue(asOf) ?? "", out var day) ? day : host.Today;

    /// <summary>The language in which answers are told.</summary>
    public static Option<string> Lang()
    {
        var option = new Option<string>("--lang")
        {
            Description = "The language of the answer: en (English) or id (Bahasa Indonesia). Default: en.",
            HelpName = "LANGUAGE",
            DefaultValueFactory = _ => "en",
        };
        option.AcceptOneOf("en", "id");
        return option;
    }

    /// <summary>The language that was asked for.</summary>
    public static MessageLanguage LanguageOf(this ParseResult call, Option<string> lang) =>
        MessageLanguages.TryParse(call.GetValue(lang), out var language) ? language : MessageLanguage.English;

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
    public static void AcceptOneOf<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        option.Validators.Add(found =>
        {
            foreach (var token in found.Tokens)
                if (!words.Contains(token.Value, StringComparer.Ordinal))
                    found.AddError($"'{token.Value}' is nothing that {option.Name} takes. "
                        + (Spelling.DidYouMean(token.Value, words) ?? $"It takes: {string.Join(", ", words)}."));
        });
    }

    /// <summary>How an answer is written.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = $"How the answer is written: {string.Join(", ", formats)}. Default: {formats[0]}.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => formats[0],
        };
        option.AcceptOneOf(formats);
        return option;
    }
}
