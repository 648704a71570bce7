namespace PolicyAsCode.Cli.Commands;

/// <summary>A call to learn from, for the help.</summary>
/// <param name="Call">The call.</param>
/// <param name="Name">The name of the sentence that says what it does: <c>Commands.check.example.NAME</c>.</param>
internal sealed record Example(string Call, string Name);
