using BotBelanja.Fulfilment;
using Microsoft.AspNetCore.Diagnostics;

namespace BotBelanja;

/// <summary>Turns what went wrong into an answer that says so, and nothing of how it is stored.</summary>
internal static class ProblemAnswers
{
    public static void Configure(IApplicationBuilder errors) => errors.Run(async context =>
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var answer = error is WrongStepException
            ? Results.Problem(error.Message, statusCode: StatusCodes.Status409Conflict)
            : Results.Problem(statusCode: StatusCodes.Status500InternalServerError);
        await answer.ExecuteAsync(context);
    });
}
