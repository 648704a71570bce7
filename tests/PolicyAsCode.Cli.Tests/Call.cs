using System.Globalization;

namespace PolicyAsCode.Cli.Tests;

/// <summary>One call of the command, in this process: what it wrote, and its exit code.</summary>
internal sealed record Call(int ExitCode, string Out, string Error)
{
    /// <summary>The day on which tests run.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The lines of the answer.</summary>
    public IReadOnlyList<string> Lines => Out.TrimEnd('\n').Split('\n');

    /// <summary>Runs the command in a folder.</summary>
    /// <param name="folder">Where it is called.</param>
    /// <param name="words">Its words, with spaces between; a word with a space is handed in through an array.</param>
    public static Call Policy(string folder, string words) =>
        Policy(folder, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Runs the command in a folder.</summary>
    public static Call Policy(
        string folder, IReadOnlyList<string> words, string typed = "", bool isInteractive = false, bool hasColours = false)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var code = PolicyTool.Run(words, new()
        {
            In = new StringReader(typed),
            Out = output,
            Error = error,
            Folder = folder,
            Clock = new StoppedClock(Noon),
            IsInteractive = isInteractive,
            HasColours = hasColours,
        });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Fails the test with what was written where the exit code is another.</summary>
    public Call MustExit(int code)
    {
        Assert.True(ExitCode == code, $"exit {ExitCode}, not {code}\n{Out}{Error}");
        return this;
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
