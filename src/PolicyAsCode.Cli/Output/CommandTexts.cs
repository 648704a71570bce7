using PolicyAsCode.Cli.Commands;

namespace PolicyAsCode.Cli.Output;

/// <summary>
/// What help says of a command, its words and its exit codes, by their names: <c>Messages/Commands.resx</c>. Looked up
/// where help is asked for, so that no other call pays for it.
/// </summary>
internal static class CommandTexts
{
    private const string Area = "Commands";

    /// <summary>What a command is for: <c>Commands.check</c>; the whole tool: <c>Commands.policy</c>.</summary>
    public static Message Of(Command command) => Words.Of($"{Area}.{NameOf(command)}");

    /// <summary>What an option or an argument says: <c>Commands.check.--policy</c>, or <c>Commands.--policy</c> for all.</summary>
    public static Message Of(Command command, Symbol word) =>
        word is FormatOption { Formats: var formats }
            ? Words.Of($"{Area}.{word.Name}", formats, formats[0])
            : Of(command, word.Name);

    /// <summary>What an example does: <c>Commands.check.example.All</c>.</summary>
    public static Message Of(Command command, Example example) => Words.Of($"{Area}.{NameOf(command)}.example.{example.Name}");

    /// <summary>What an exit code means: <c>Commands.check.exit.1</c>, or <c>Commands.exit.1</c> for all.</summary>
    public static Message OfExit(Command command, int code) =>
        Of(command, string.Create(CultureInfo.InvariantCulture, $"exit.{code}"));

    private static Message Of(Command command, string name)
    {
        var own = $"{Area}.{NameOf(command)}.{name}";
        return Words.Of(Words.Has(own) ? own : $"{Area}.{name}");
    }

    private static string NameOf(Command command) => command is PolicyCommand ? command.Name : "policy";
}
