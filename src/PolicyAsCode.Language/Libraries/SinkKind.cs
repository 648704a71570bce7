namespace PolicyAsCode.Language.Libraries;

/// <summary>Where a method takes what it is handed.</summary>
public enum SinkKind
{
    /// <summary>Into a log.</summary>
    Log,

    /// <summary>Into a URL, which servers, proxies and browsers write down.</summary>
    Url,

    /// <summary>Into an exception's message, which logs, error pages and crash reports show.</summary>
    Exception,

    /// <summary>Into traces and metrics.</summary>
    Telemetry,

    /// <summary>Into a cookie.</summary>
    Cookie,

    /// <summary>To a language model.</summary>
    Prompt,

    /// <summary>Over HTTP, to whoever answers there.</summary>
    Http,

    /// <summary>Into a file or a cache, where it outlives the call.</summary>
    Storage,

    /// <summary>Over a socket, to whoever is at its other end.</summary>
    Socket,

    /// <summary>To a person: a mail, a text, a note on a telephone's screen.</summary>
    Message,

    /// <summary>Into a comparison that takes the longer the more is equal.</summary>
    Comparison,

    /// <summary>Out of sight: whoever gets it, or what it gives, is known at run time only.</summary>
    Edge,

    /// <summary>To somebody who pays for it.</summary>
    Sale,

    /// <summary>To somebody who pays for the use of it.</summary>
    Rental,

    /// <summary>To somebody who gives something else for it.</summary>
    Trade,

    /// <summary>Into a header of a response, which servers and proxies write down.</summary>
    Header,

    /// <summary>Into the arguments of a program, which lists of processes and audit logs show.</summary>
    CommandLine,

    /// <summary>Into a mail, to whoever delivers mail.</summary>
    Mail,

    /// <summary>Into a text message, to whoever delivers those.</summary>
    Sms,

    /// <summary>Onto a queue, a topic or a connection, to whoever listens there.</summary>
    Channel,
}
