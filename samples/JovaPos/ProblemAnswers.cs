using Microsoft.AspNetCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos;

/// <summary>Turns what went wrong into an answer that says so, and nothing of anybody's data.</summary>
internal static class ProblemAnswers
{
    public static void Configure(IApplicationBuilder errors) => errors.Run(async context =>
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var answer = error is PrivacyRequestStepException or PrivacyRequestHeldException or PrivacyRequestLimitException
            ? Results.Problem(error.Message, statusCode: StatusCodes.Status409Conflict)
            : Results.Problem(statusCode: StatusCodes.Status500InternalServerError);
        await answer.ExecuteAsync(context);
    });
}
