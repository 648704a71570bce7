namespace BotBelanja.Violations;

/// <summary>Hands the caller's credential on to BotBelanja's own stock room: its own house, but over the open network.</summary>
public sealed class ForwardedKey(HttpClient http)
{
    public Task AskAsync(HttpContext caller)
    {
        var credential = caller.Request.Headers.Authorization.ToString();
        return http.PostAsJsonAsync("http://stock.botbelanja.example/shelves", credential); // expect: PAC5008 BOT-4.2
    }

    public Task CleanAsync(HttpContext caller)
    {
        var credential = caller.Request.Headers.Authorization.ToString();
        return http.PostAsJsonAsync("https://stock.botbelanja.example/shelves", credential);
    }
}
