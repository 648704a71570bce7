namespace PolicyAsCode.Language.Formatting;

/// <summary>What a file looks like in the style of the house.</summary>
/// <param name="Text">The text; the one handed in where the file is left alone.</param>
/// <param name="IsLeftAlone">
/// True where the file could not be read whole, so that formatting it might lose something: mend its mistakes first.
/// </param>
public sealed record FormattedFile(string Text, bool IsLeftAlone);
