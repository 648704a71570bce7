using Microsoft.AspNetCore.Authentication;

namespace Alpokat.Accounts;

/// <summary>Where the desks at ALPOKAT sign in.</summary>
internal static class DeskEndpoints
{
    public static void MapDesks(this IEndpointRouteBuilder app) =>
        app.MapPost("/desk/sign-in", async (DeskForm form, HttpContext http, DeskKeys desks) =>
        {
            if (desks.SignIn(form) is not { } desk)
                return Results.Unauthorized();

            await http.SignInAsync(desk);
            return Results.NoContent();
        }).RequireRateLimiting(SignInThrottleSetup.PerAddress);
}
