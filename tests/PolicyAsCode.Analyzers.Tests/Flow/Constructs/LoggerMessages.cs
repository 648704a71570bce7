//# LoggerMessage.Define
static readonly Action<ILogger, string, Exception?> s_sent = LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "To {Mail}");
void Leak(Customer c) => s_sent(log, [|c.Email|], null);
void Clean(Customer c) => s_sent(log, c.City, null);
//+ a generated method
public static partial class Events { [LoggerMessage(1, LogLevel.Information, "To {mail}")] public static partial void Sent(ILogger logger, string mail); public static partial void Sent(ILogger logger, string mail) { } }
public class Use { ILogger log = null!; public void Leak(Customer c) => Events.Sent(log, [|c.Email|]);
    public void Clean(Customer c) => Events.Sent(log, c.City); }
//+ a generated extension method
public static partial class Events { [LoggerMessage(1, LogLevel.Information, "To {mail}")] public static partial void Sent(this ILogger logger, string mail); public static partial void Sent(this ILogger logger, string mail) { } }
public class Use { ILogger log = null!; public void Leak(Customer c) => log.Sent([|c.Email|]);
    public void Clean(Customer c) => log.Sent(c.City); }
//# Define held in a local
void Leak(Customer c) { var sent = LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "{M}"); sent(log, [|c.Email|], null); }
void Clean(Customer c) { var sent = LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "{M}"); sent(log, c.City, null); }
//# Define behind a helper
static readonly Action<ILogger, string, Exception?> s_sent = LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "To {Mail}");
static void Sent(ILogger l, string m) => s_sent(l, m, null);
void Leak(Customer c) => Sent(log, [|c.Email|]);
void Clean(Customer c) => Sent(log, c.City);
//# DefineScope
static readonly Func<ILogger, string, IDisposable?> s_for = LoggerMessage.DefineScope<string>("for {Mail}");
void Leak(Customer c) { using var x = s_for(log, [|c.Email|]); }
void Clean(Customer c) { using var x = s_for(log, c.City); }
