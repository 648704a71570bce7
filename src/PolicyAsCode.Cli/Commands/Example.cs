namespace PolicyAsCode.Cli.Commands;

/// <summary>A call, and what it does, for the help.</summary>
internal sealed record Example(string Call, string Does);
