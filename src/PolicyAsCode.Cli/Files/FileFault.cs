using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Files;

/// <summary>Why a file cannot be read or written, in words; the system's own where it says more.</summary>
internal static class FileFault
{
    /// <summary>The reason, without a full stop.</summary>
    public static Message Of(Exception fault) => fault switch
    {
        UnauthorizedAccessException => Words.Of("Usage.Fault.Denied"),
        FileNotFoundException or DirectoryNotFoundException => Words.Of("Usage.Fault.Gone"),
        PathTooLongException => Words.Of("Usage.Fault.PathTooLong"),
        _ => Message.Verbatim(fault.Message.TrimEnd('.')),
    };
}
