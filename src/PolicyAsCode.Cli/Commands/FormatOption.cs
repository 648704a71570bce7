namespace PolicyAsCode.Cli.Commands;

/// <summary>How an answer is written; the first of its formats unless one is named.</summary>
internal sealed class FormatOption : Option<string>
{
    /// <summary>An answer that is written in these formats.</summary>
    public FormatOption(CommandHost host, params string[] formats)
        : base("--format", "-f")
    {
        Formats = formats;
        HelpName = "FORMAT";
        DefaultValueFactory = _ => formats[0];
        this.AcceptOneOf(host, formats);
    }

    /// <summary>The formats that there are.</summary>
    public IReadOnlyList<string> Formats { get; }
}
