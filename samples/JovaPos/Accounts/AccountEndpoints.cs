using JovaPos.Security;
using Microsoft.AspNetCore.Authentication;

namespace JovaPos.Accounts;

/// <summary>Opening an account, signing in and out.</summary>
public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/account");

        accounts.MapPost("/register", async (
            RegistrationForm form, CustomerAccounts customers, CancellationToken cancel) =>
            await customers.RegisterAsync(form, cancel) is { } id
                ? Results.Created($"/account/{id}", null)
                : Results.Conflict());

        accounts.MapPost("/sign-in", async (
            SignInForm form, HttpContext http, CustomerAccounts customers, CancellationToken cancel) =>
        {
            if (await customers.SignInAsync(form, SignInOrigin.Of(http.Request), cancel) is not { } customer)
                return Results.Unauthorized();

            await http.SignInAsync(customer);
            return Results.NoContent();
        });

        accounts.MapPost("/staff/sign-in", async (
            SignInForm form, HttpContext http, StaffAccounts staff, CancellationToken cancel) =>
        {
            if (await staff.SignInAsync(form, cancel) is not { } member)
                return Results.Unauthorized();

            await http.SignInAsync(member);
            return Results.NoContent();
        });

        accounts.MapPost("/sign-out", (HttpContext http) => http.SignOutAsync()).RequireAuthorization();
    }
}
