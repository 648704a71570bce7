using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace PolicyAsCode.Cli.Output;

/// <summary>Says what is wrong with a call, and what was probably meant, in a line each.</summary>
internal static class CallMistakes
{
    /// <summary>What is wrong, in sentences; nothing where help or completion was asked for, whatever else was said.</summary>
    public static IReadOnlyList<string> Find(ParseResult call, IReadOnlyList<string> words)
    {
        if (IsForCompletion(words) || IsForHelp(call))
            return [];
        var command = call.CommandResult.Command;
        if (command.Subcommands.Count > 0 && call.UnmatchedTokens is [var first, ..] && !first.StartsWith('-'))
            return [$"'{NameOf(call.CommandResult)}' has no command '{first}'. {Hint(first, Commands(command))}"];

        // System.CommandLine takes an option that it does not know for a value of the command's argument.
        var options = words.TakeWhile(word => word != "--")
            .Where(word => word.StartsWith('-') && word != "-" && IsUnknown(word, call))
            .Select(word => $"There is no option '{word}'. {Hint(word, Options(call))}")
            .ToArray();
        return options.Length > 0 ? options : [.. call.Errors.SelectMany(mistake => Sentences(mistake, call)).Distinct()];
    }

    /// <summary>Writes it; the exit code of a call that cannot be followed.</summary>
    public static int Report(IEnumerable<string> mistakes, ParseResult call, CommandHost host)
    {
        foreach (var mistake in mistakes)
            host.Error.WriteLine($"error: {mistake}");
        host.Error.WriteLine($"'{NameOf(call.CommandResult)} --help' shows how it is called.");
        return ExitCodes.Usage;
    }

    /// <summary>How a command is called: <c>policy check</c>.</summary>
    public static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "policy";

    // System.CommandLine says that an argument is missing, and not which.
    private static IEnumerable<string> Sentences(ParseError mistake, ParseResult call) =>
        mistake.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0 } => Missing(call).DefaultIfEmpty(mistake.Message),
            OptionResult { Option: var option, Tokens.Count: 0 } =>
                [$"{option.Name} wants a value: {option.Name} {option.HelpName}. {option.Description}"],
            CommandResult when Missing(call).Any() => Missing(call),
            CommandResult when call.UnmatchedTokens.Count > 0 =>
                call.UnmatchedTokens.Select(word => $"'{word}' is one word too many."),
            _ => [mistake.Message],
        };

    private static IEnumerable<string> Missing(ParseResult call) =>
        call.CommandResult.Command.Arguments
            .Where(argument => argument.Arity.MinimumNumberOfValues > 0
                && call.GetResult(argument) is not { Tokens.Count: > 0 })
            .Select(argument => $"{HelpPage.Placeholder(argument)} is missing. {argument.Description}");

    private static bool IsForCompletion(IReadOnlyList<string> words) =>
        words is [var first, ..] && first.StartsWith("[suggest", StringComparison.Ordinal);

    private static bool IsForHelp(ParseResult call) =>
        call.RootCommandResult.Command.Options.OfType<HelpOption>().Any(help => call.GetResult(help) is not null);

    private static bool IsUnknown(string word, ParseResult call) =>
        call.UnmatchedTokens.Contains(word)
        || call.CommandResult.Children.OfType<ArgumentResult>()
            .Any(argument => argument.Tokens.Any(token => token.Value == word));

    private static string Hint(string word, IEnumerable<string> known)
    {
        var all = known.ToArray();
        return Spelling.DidYouMean(word, all) ?? $"There is: {string.Join(", ", all)}.";
    }

    private static IEnumerable<string> Commands(Command command) =>
        command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name);

    private static IEnumerable<string> Options(ParseResult call) =>
        call.CommandResult.Command.Options.Where(one => !one.Hidden).Select(one => one.Name);
}
