using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>Which calls write to a log.</summary>
internal sealed class LogCalls(KnownTypes types, BoundNames bindings, NameIndex names)
{
    private static readonly ImmutableHashSet<string> Names =
    [
        // Microsoft.Extensions.Logging
        "Log", "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical", "BeginScope",
        // Console, Debug, Trace
        "Write", "WriteLine", "WriteIf", "WriteLineIf", "WriteAsync", "WriteLineAsync", "Print",
        "TraceInformation", "TraceWarning", "TraceError",
        // Serilog
        "Verbose", "Debug", "Information", "Warning", "Error", "Fatal",
    ];

    private static readonly string[] Types =
    [
        "Microsoft.Extensions.Logging.ILogger", "Microsoft.Extensions.Logging.LoggerExtensions",
        "System.Console", "System.Diagnostics.Debug", "System.Diagnostics.Trace", "Serilog.ILogger", "Serilog.Log",
    ];

    /// <summary>Whether a body that mentions these identifiers may log.</summary>
    internal bool MayBeIn(Flow.NamesInBody body) => body.Mentions(Names) || body.Mentions(names.Logs);

    internal bool Is(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
            // What LoggerMessage.Define makes: Action<ILogger, …>.
            return method.Parameters.Length > 0 && types.Is(method.Parameters[0].Type, Types[0]);
        if (Names.Contains(method.Name) && method.ContainingType is { } type
            && Types.Any(known => types.Is(type, known)))
            return true;
        if (!names.Logs.Contains(method.Name))
            return false;
        return bindings.Method(method) is { Logs: true }
            || Attributes.Has(method, "LoggerMessageAttribute", "Microsoft.Extensions.Logging");
    }
}
