using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace PolicyAsCode.Cli.Output;

/// <summary>Says what is wrong with a call, and what was probably meant, in a line each.</summary>
internal static class CallMistakes
{
    /// <summary>What is wrong, in sentences; nothing where help or completion was asked for, whatever else was said.</summary>
    public static IReadOnlyList<Message> Find(ParseResult call, IReadOnlyList<string> words)
    {
        if (IsForCompletion(words) || IsForHelp(call))
            return [];
        var command = call.CommandResult.Command;
        if (command.Subcommands.Count > 0 && call.UnmatchedTokens is [var first, ..] && !first.StartsWith('-'))
            return [Words.Of("Call.NoCommand", NameOf(call.CommandResult), first, Spelling.OneOf(first, Commands(command)))];

        // System.CommandLine takes an option that it does not know for a value of the command's argument.
        var options = words.TakeWhile(word => word != "--")
            .Where(word => word.StartsWith('-') && word != "-" && IsUnknown(word, call))
            .Select(word => Words.Of("Call.NoOption", word, Spelling.OneOf(word, Options(call))))
            .ToArray();
        if (options.Length > 0)
            return options;
        // It takes the next option for the value of one that has none.
        var empty = call.CommandResult.Children.OfType<OptionResult>()
            .Where(one => one.Tokens.Any(token => Options(call).Contains(token.Value, StringComparer.Ordinal)))
            .Select(one => WantsValue(one.Option, call))
            .ToArray();
        return empty.Length > 0 ? empty : [.. call.Errors.SelectMany(mistake => Sentences(mistake, call)).Distinct()];
    }

    /// <summary>Writes it; the exit code of a call that cannot be followed.</summary>
    public static int Report(IEnumerable<Message> mistakes, ParseResult call, CommandHost host)
    {
        foreach (var mistake in mistakes)
            host.Error.WriteLine(host.Words.Say("Call.Error", mistake));
        host.Error.WriteLine(host.Words.Say("Call.ShowsHow", NameOf(call.CommandResult)));
        return ExitCodes.Usage;
    }

    /// <summary>How a command is called: <c>policy check</c>.</summary>
    public static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "policy";

    /// <summary>The options of a command, with those that every command has.</summary>
    public static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options
            .Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive))
            .Where(option => !option.Hidden);

    // What our own checks of a word found is a sentence already. The library's own is in English, and does not say which
    // argument is missing: what can be wrong with a call is told by kind instead.
    private static IEnumerable<Message> Sentences(ParseError mistake, ParseResult call) =>
        mistake.SymbolResult switch
        {
            OptionResult { Option: var option, Tokens.Count: 0 } =>
                [WantsValue(option, call)],
            OptionResult { Option: var option, Tokens.Count: var count } when count > option.Arity.MaximumNumberOfValues =>
                [Words.Of("Call.Twice", option.Name)],
            OptionResult => [Message.Verbatim(mistake.Message)],
            _ when Missing(call).ToArray() is { Length: > 0 } missing => missing,
            _ when call.UnmatchedTokens.Count > 0 => call.UnmatchedTokens.Select(word => Words.Of("Call.TooMany", word)),
            _ => [Words.Of("Call.NotFollowed")],
        };

    private static IEnumerable<Message> Missing(ParseResult call) =>
        call.CommandResult.Command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0
                && call.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => Words.Of("Call.Missing", HelpPage.Placeholder(argument), TextOf(argument, call)));

    private static Message WantsValue(Option option, ParseResult call) =>
        Words.Of("Call.WantsValue", option.Name, option.HelpName ?? "", TextOf(option, call));

    private static Message TextOf(Symbol word, ParseResult call) => CommandTexts.Of(call.CommandResult.Command, word);

    private static bool IsForCompletion(IReadOnlyList<string> words) =>
        words is [var first, ..] && first.StartsWith("[suggest", StringComparison.Ordinal);

    private static bool IsForHelp(ParseResult call) =>
        call.RootCommandResult.Command.Options.OfType<HelpOption>().Any(help => call.GetResult(help) is not null);

    private static bool IsUnknown(string word, ParseResult call) =>
        call.UnmatchedTokens.Contains(word)
        || call.CommandResult.Children.OfType<ArgumentResult>()
            .Any(argument => argument.Tokens.Any(token => token.Value == word));

    private static string[] Commands(Command command) =>
        [.. command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name)];

    private static string[] Options(ParseResult call) =>
        [.. OptionsOf(call.CommandResult.Command).Select(one => one.Name).Distinct()];
}
