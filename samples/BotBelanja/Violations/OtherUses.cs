using BotBelanja.Data;

namespace BotBelanja.Violations;

/// <summary>What orders are not for.</summary>
[Purpose(Purposes.Promotion)]
public sealed class OtherUses
{
    public static string Advertise(Order order) => $"You ordered {order.Number}";

    public static string? Target(HttpContext http) => http.Connection.RemoteIpAddress?.ToString(); // expect: PAC3001 BOT-2.a

    [Purpose(Purposes.Personalisation)]
    public static string Remember(HttpContext http, Order order) => $"{http.Request.Headers.UserAgent} orders {order.Number}"; // expect: PAC3001 BOT-2.b
}
