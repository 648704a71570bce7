using BotBelanja.Data;

namespace BotBelanja.Violations;

/// <summary>Delivers for shops, elsewhere.</summary>
[Recipient(Recipients.DeliveryProvider)]
public interface ICourier
{
    Task AnnounceAsync(string? line);
}

/// <summary>BotBelanja gives nobody anything personal: the policy names no recipient.</summary>
[Purpose(Purposes.Transactions)]
public sealed class Courier(ICourier courier, HttpClient http)
{
    public Task TellAsync(HttpContext caller) => courier.AnnounceAsync(caller.Connection.RemoteIpAddress?.ToString()); // expect: PAC3001 BOT-1.a, PAC3006 BOT-3.1

    public Task PostAsync(HttpContext caller) =>
        http.PostAsJsonAsync("https://courier.example/callers", caller.Connection.RemoteIpAddress?.ToString()); // expect: PAC3001 BOT-1.a, PAC3008 BOT-3.1

    public Task CleanAsync(Order order) => courier.AnnounceAsync(order.Number);
}
