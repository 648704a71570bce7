using BotBelanja.Data;

namespace BotBelanja.Violations;

/// <summary>What orders are not for: nobody reads there whose they are, and the purpose alone is refused.</summary>
[Purpose(Purposes.Promotion)] // expect: PAC3013 BOT-2.a
public sealed class OtherUses
{
    public static string Advertise(Order order) => $"You ordered {order.Number}";

    public static string? Target(HttpContext http) => http.Connection.RemoteIpAddress?.ToString(); // expect: PAC3001 BOT-2.a

    [Purpose(Purposes.Personalisation)] // expect: PAC3013 BOT-2.b
    public static string Remember(HttpContext http, Order order) => $"{http.Request.Headers.UserAgent} orders {order.Number}"; // expect: PAC3001 BOT-2.b

    [Purpose(Purposes.ServiceImprovement)]
    public static TimeSpan CleanWait(Order order, DateTimeOffset now) => now - order.PlacedAt;
}
