namespace PolicyAsCode.Language.Libraries;

/// <summary>The kinds of sinks, as models and bindings write them.</summary>
internal static class SinkWords
{
    /// <summary>Each word and its kind.</summary>
    public static IReadOnlyList<(string Word, SinkKind Kind)> All { get; } =
    [
        ("log", SinkKind.Log),
        ("url", SinkKind.Url),
        ("exception", SinkKind.Exception),
        ("telemetry", SinkKind.Telemetry),
        ("header", SinkKind.Header),
        ("cookie", SinkKind.Cookie),
        ("command-line", SinkKind.CommandLine),
        ("prompt", SinkKind.Prompt),
        ("http", SinkKind.Http),
        ("mail", SinkKind.Mail),
        ("sms", SinkKind.Sms),
        ("channel", SinkKind.Channel),
        ("message", SinkKind.Message),
        ("socket", SinkKind.Socket),
        ("storage", SinkKind.Storage),
        ("comparison", SinkKind.Comparison),
        ("edge", SinkKind.Edge),
        ("sale", SinkKind.Sale),
        ("rental", SinkKind.Rental),
        ("trade", SinkKind.Trade),
    ];
}
