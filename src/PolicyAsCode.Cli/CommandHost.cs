using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli;

/// <summary>
/// All that a command may touch beside files: where it reads and writes, from which folder, on which day. Tests hand in
/// their own.
/// </summary>
internal sealed record CommandHost
{
    /// <summary>What somebody types, or pipes in.</summary>
    public required TextReader In { get; init; }

    /// <summary>Answers; nothing else, so that it can be piped on.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>What goes wrong with the call itself.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The folder from which relative paths count.</summary>
    public required string Folder { get; init; }

    /// <summary>The only clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether somebody sits in front of it who can answer questions.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether answers may be coloured.</summary>
    public bool HasColours { get; init; }

    /// <summary>The language in which the caller is answered.</summary>
    public MessageLanguage Language { get; init; }

    /// <summary>The tool's sentences in that language.</summary>
    public Words Words => new(Language);

    /// <summary>How wide a line may be.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The day that it is here.</summary>
    public CalendarDate Today
    {
        get
        {
            var now = Clock.GetLocalNow();
            return new(now.Year, now.Month, now.Day);
        }
    }

    /// <summary>The process's own console.</summary>
    public static CommandHost OfProcess()
    {
        // Console.Out would read the terminal's abilities first, which costs a tenth of the whole start.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
            Console.OutputEncoding = utf8;
        return new()
        {
            In = new ConsoleInput(),
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 16 * 1024),
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            Folder = Environment.CurrentDirectory,
            IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected,
            HasColours = Colours.AreWanted(
                Console.IsOutputRedirected, Environment.GetEnvironmentVariable("NO_COLOR"),
                Environment.GetEnvironmentVariable("TERM")),
            Width = WidthOfWindow(),
        };
    }

    private static int WidthOfWindow() => Console.IsOutputRedirected ? 100 : Math.Clamp(SafeWidth(), 60, 120);

    private static int SafeWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
