using Microsoft.AspNetCore.Authentication;

namespace BotBelanja.Violations;

/// <summary>Each request brings along who called. The bindings say so of ASP.NET Core's types, which cannot carry an attribute.</summary>
public sealed class CallerLog(ILogger<CallerLog> log)
{
    public void Address(HttpContext http) =>
        log.LogInformation("Called from {Caller}", http.Connection.RemoteIpAddress); // expect: PAC5001 BOT-1.a

    public void Device(HttpContext http)
    {
        var with = http.Request.Headers.UserAgent.ToString();
        log.LogInformation($"Called with {with}"); // expect: PAC5001 BOT-1.a
    }

    public static void Refuse(HttpContext http) =>
        throw new AuthenticationFailureException($"No key from {http.Connection.RemoteIpAddress}"); // expect: PAC5002 BOT-1.a

    public void Clean(HttpContext http) => log.LogInformation("Called at {Path}", http.Request.Path.Value);
}
