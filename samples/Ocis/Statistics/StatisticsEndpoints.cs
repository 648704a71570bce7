using Ocis.Accounts;

namespace Ocis.Statistics;

/// <summary>The cookie banner, and the statistics that it asks for.</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder app)
    {
        app.MapPost("/cookies", async (CookieAnswer answer, HttpContext http, CookieChoices choices, CancellationToken cancel) =>
        {
            await choices.AnswerAsync(http, answer.Statistics, cancel);
            return Results.NoContent();
        });

        app.MapPut("/cookies/theme", (ThemeForm form, HttpContext http) =>
            CookieChoices.Remember(http, form) ? Results.NoContent() : Results.BadRequest());

        app.MapPost("/statistics/share", async (WebStatistics statistics, TimeProvider time, CancellationToken cancel) =>
            Results.Ok(new { Shared = await statistics.ShareAsync(time.GetUtcNow().AddDays(-30), cancel) }))
            .RequireAuthorization(OcisPolicies.Editor);
    }
}
