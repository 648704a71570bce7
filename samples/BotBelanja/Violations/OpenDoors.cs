namespace BotBelanja.Violations;

/// <summary>Tells anybody who asks who called before.</summary>
public static class OpenDoors
{
    private static readonly List<string?> s_callers = [];

    public static void MapOpenDoors(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open/caller", (HttpContext http) => http.Connection.RemoteIpAddress!.ToString()); // expect: PAC3002 BOT-1.a, PAC5009 BOT-3.1

        app.MapGet("/open/orders", () => "orders are nobody's secret of anybody");
    }
}
