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
        host.Out.WriteLine(command.Description);
        Section("Usage");
        Line($"{name}{Usage(command)}");

        if (command.Subcommands.Any(one => !one.Hidden))
        {
            Section("Commands");
            Table(command.Subcommands.Where(one => !one.Hidden).Select(one => (one.Name, one.Description ?? "")));
        }
        if (command.Arguments.Any(one => !one.Hidden))
        {
            Section("Arguments");
            Table(command.Arguments.Where(one => !one.Hidden).Select(one => (Placeholder(one), one.Description ?? "")));
        }
        if (command.Options.Any(one => !one.Hidden))
        {
            Section("Options");
            Table(command.Options.Where(one => !one.Hidden)
                .OrderBy(one => one is HelpOption or VersionOption)
                .Select(one => (Names(one), Description(one))));
        }

        if (command is PolicyCommand ours)
        {
            Section("Examples");
            foreach (var example in ours.Examples)
            {
                Line(_colours.Bold(example.Call));
                Wrapped(example.Does, Indent + 4);
            }
            Section("Exit codes");
            Table(ours.Exits.Select(exit => (exit.Code.ToString(CultureInfo.InvariantCulture), exit.Meaning)));
        }
        else
        {
            host.Out.WriteLine();
            host.Out.WriteLine($"'{name} COMMAND --help' tells more of one, with examples; '{name} help' how all of it fits.");
        }
    }

    private static string Usage(Command command)
    {
        var words = command.Subcommands.Count > 0 ? " COMMAND" : "";
        foreach (var argument in command.Arguments.Where(one => !one.Hidden))
            words += argument.Arity.MinimumNumberOfValues == 0
                ? $" [{Placeholder(argument)}{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}]"
                : $" {Placeholder(argument)}";
        return words + (command.Options.Count > 0 ? " [options]" : "");
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

    private static string Description(Option option) => option switch
    {
        HelpOption => "Show this help.",
        VersionOption => "Show the version of this tool.",
        _ => option.Description ?? "",
    };

    private void Section(string title)
    {
        host.Out.WriteLine();
        host.Out.WriteLine(_colours.Bold(title));
    }

    private void Line(string text) => host.Out.WriteLine(new string(' ', Indent) + text);

    private void Table(IEnumerable<(string Name, string Meaning)> rows)
    {
        var all = rows.ToArray();
        var width = Math.Min(WidestName, all.Max(row => row.Name.Length));
        foreach (var (name, meaning) in all)
        {
            host.Out.Write(new string(' ', Indent) + name.PadRight(width) + "  ");
            if (name.Length > width)
                host.Out.Write(host.Out.NewLine + new string(' ', Indent + width + 2));
            Wrapped(meaning, Indent + width + 2, isStarted: true);
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
