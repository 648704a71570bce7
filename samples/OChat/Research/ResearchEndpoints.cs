using OChat.Accounts;

namespace OChat.Research;

/// <summary>What is studied, for those who work at OChat.</summary>
internal static class ResearchEndpoints
{
    public static void MapResearch(this IEndpointRouteBuilder app)
    {
        var research = app.MapGroup("/research").RequireAuthorization(OChatPolicies.Operator);

        research.MapGet("/questions", (ChatResearch desk, TimeProvider time, CancellationToken cancel) =>
            desk.QuestionsAsync(time.GetUtcNow().AddDays(-90), cancel));

        research.MapGet("/feedback", async (FeedbackReport report, CancellationToken cancel) =>
            Results.Ok(new { AverageLength = await report.AverageLengthAsync(cancel) }));
    }
}
