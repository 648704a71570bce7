using Alpokat.Accounts;

namespace Alpokat.Statistics;

/// <summary>Figures of the last thirty days.</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder app)
    {
        var statistics = app.MapGroup("/statistics").RequireAuthorization(AlpokatPolicies.Marketing);

        statistics.MapGet("/goods", (BuyingStatistics figures, TimeProvider time, CancellationToken cancel) =>
            figures.GoodsAsync(time.GetUtcNow().AddDays(-30), cancel));

        statistics.MapGet("/towns", (BuyingStatistics figures, TimeProvider time, CancellationToken cancel) =>
            figures.TownsAsync(time.GetUtcNow().AddDays(-30), cancel));
    }
}
