namespace PolicyAsCode.Cli.Files;

/// <summary>A file as an editor has it now: its text does not come from the disk.</summary>
/// <param name="Path">Where it lies, or would lie.</param>
/// <param name="Text">Its text.</param>
internal sealed record TypedFile(string Path, string Text);
