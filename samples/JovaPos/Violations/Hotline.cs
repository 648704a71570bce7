using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>Answers calls, and says not what it needs the number for.</summary>
public static class Hotline
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/hotline", (Customer customer) => Digits(customer.Phone)).RequireAuthorization(); // expect: PAC3002

    [Purpose(Purposes.Communication)]
    public static void MapClean(IEndpointRouteBuilder app) =>
        app.MapPost("/hotline/clean", (Customer customer) => Digits(customer.Phone)).RequireAuthorization();

    private static int Digits(string? number) => number?.Length ?? 0;
}
