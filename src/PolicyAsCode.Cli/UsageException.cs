using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli;

/// <summary>
/// Something that the caller can mend: a folder that is not there, a word that no vocabulary has. Ends the command with
/// <see cref="ExitCodes.Usage"/> and the message, which says what would mend it.
/// </summary>
internal sealed class UsageException(Message told) : Exception
{
    /// <summary>Made of a sentence of this tool's.</summary>
    /// <param name="key">Area and name, as in <c>Usage.WhichPolicy</c>.</param>
    /// <param name="arguments">What fills its gaps.</param>
    public UsageException(string key, params object[] arguments) : this(Words.Of(key, arguments))
    {
    }

    /// <summary>What is wrong and what would mend it, in whichever language the caller reads.</summary>
    public Message Told => told;

    /// <inheritdoc/>
    public override string Message => told.ToString();
}
