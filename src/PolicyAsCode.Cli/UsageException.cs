namespace PolicyAsCode.Cli;

/// <summary>
/// Something that the caller can mend: a folder that is not there, a word that no vocabulary has. Ends the command with
/// <see cref="ExitCodes.Usage"/> and the message, which says what would mend it.
/// </summary>
internal sealed class UsageException(string message) : Exception(message);
