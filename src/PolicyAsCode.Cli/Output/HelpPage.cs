using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PolicyAsCode.Cli.Commands;

namespace PolicyAsCode.Cli.Output;

/// <summary>The help of a command: what it is for, how it is called, examples to copy, and what its exit codes mean.</summary>
internal sealed class HelpPage(CommandHost host) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int WidestName = 30;

    private readonly Colours _colours = new(host.HasColours);

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, CallMistakes.NameOf(parseResult.CommandResult));
        return ExitCodes.Clean;
    }

    /// <summary>Writes the help of a command.</summary>
    public void Write(Command command, string name)
    {
        host.Out.WriteLine(CommandTexts.Of(command).In(host.Language));
        Section("Help.Usage");
        Line($"{name}{Usage(command)}");

        if (command.Subcommands.Any(one => !one.Hidden))
        {
            Section("Help.Commands");
            Table(command.Subcommands.Where(one => !one.Hidden).Select(one => (one.Name, CommandTexts.Of(one))));
        }
        if (command.Arguments.Any(one => !one.Hidden))
        {
            Section("Help.Arguments");
            Table(command.Arguments.Where(one => !one.Hidden).Select(one => (Placeholder(one), CommandTexts.Of(command, one))));
        }
        Section("Help.Options");
        Table(CallMistakes.OptionsOf(command)
            .OrderBy(one => one.Recursive || one is HelpOption or VersionOption)
            .Select(one => (Names(one), CommandTexts.Of(command, one))));

        if (command is PolicyCommand ours)
        {
            Section("Help.Examples");
            foreach (var example in ours.Examples)
            {
                Line(_colours.Bold(example.Call));
                Wrapped(CommandTexts.Of(command, example).In(host.Language), Indent + 4);
            }
            Section("Help.ExitCodes");
            Table(ours.Exits.Select(exit => (exit.ToString(CultureInfo.InvariantCulture), CommandTexts.OfExit(command, exit))));
        }
        else
        {
            host.Out.WriteLine();
            host.Out.WriteLine(host.Words.Say("Help.More", name));
        }
    }

    private static string Usage(Command command)
    {
        var words = command.Subcommands.Count > 0 ? " COMMAND" : "";
        foreach (var argument in command.Arguments.Where(one => !one.Hidden))
            words += argument.Arity.MinimumNumberOfValues == 0
                ? $" [{Placeholder(argument)}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}]"
                : $" {Placeholder(argument)}";
        return words + " [options]";
    }

    /// <summary>How help writes an argument: <c>PURPOSE</c>.</summary>
    public static string Placeholder(Argument argument) =>
        argument.HelpName ?? argument.Name.ToUpperInvariant();

    private static string Names(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(IsShown).OrderBy(one => one.Length).Append(option.Name).Distinct());
        return option.ValueType == typeof(bool) || option is HelpOption or VersionOption || option.HelpName is null
            ? names
            : $"{names} {option.HelpName}";
    }

    private static bool IsShown(string alias) => !alias.StartsWith('/') && alias != "-?";

    private void Section(string title)
    {
        host.Out.WriteLine();
        host.Out.WriteLine(_colours.Bold(host.Words.Say(title)));
    }

    private void Line(string text) => host.Out.WriteLine(new string(' ', Indent) + text);

    private void Table(IEnumerable<(string Name, Message Meaning)> rows)
    {
        var all = rows.ToArray();
        var width = Math.Min(WidestName, all.Max(row => row.Name.Length));
        foreach (var (name, meaning) in all)
        {
            host.Out.Write(new string(' ', Indent) + name.PadRight(width) + "  ");
            if (name.Length > width)
                host.Out.Write(host.Out.NewLine + new string(' ', Indent + width + 2));
            Wrapped(meaning.In(host.Language), Indent + width + 2, isStarted: true);
        }
    }

    private void Wrapped(string text, int indent, bool isStarted = false)
    {
        var first = true;
        foreach (var line in Paragraph.Lines(text, host.Width - indent))
        {
            if (!first || !isStarted)
                host.Out.Write(new string(' ', indent));
            host.Out.WriteLine(line);
            first = false;
        }
    }
}
