using JovaPos.Accounts;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Violations;

/// <summary>Endpoints that anybody on the internet can call.</summary>
public static class OpenDoors
{
    [Purpose(Purposes.Communication)]
    public static void MapOpenDoors(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open/customers", (ShopContext shop) => shop.Customers.ToListAsync()); // expect: PAC5009 JOVA-1.10, PAC5010

        app.MapGet("/open/phones", Phones); // expect: PAC5009 JOVA-1.10

        app.MapGet("/open/count", (ShopContext shop) => shop.Customers.CountAsync());

        app.MapGet("/closed/customers", (ShopContext shop) => shop.Customers.ToListAsync()) // expect: PAC5010
            .RequireAuthorization(ShopPolicies.Staff);
    }

    private static Task<List<string?>> Phones(ShopContext shop) =>
        shop.Customers.Select(customer => customer.Phone).ToListAsync();
}
