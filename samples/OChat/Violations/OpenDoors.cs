using Microsoft.EntityFrameworkCore;
using OChat.Accounts;
using OChat.Data;
using OChat.Ordering;

namespace OChat.Violations;

/// <summary>Endpoints that anybody on the internet can call.</summary>
public static class OpenDoors
{
    [Purpose(Purposes.ServiceProvision)]
    public static void MapOpenDoors(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open/orders", (OrderDesk desk, CancellationToken cancel) => desk.OfShopAsync(Guid.Empty, cancel)); // expect: PAC5009 OCHAT-3.3

        app.MapGet("/open/names", (OChatContext ochat) => ochat.Customers.Select(customer => customer.Name).ToListAsync()); // expect: PAC5009 OCHAT-3.3

        app.MapGet("/open/count", (OChatContext ochat) => ochat.Customers.CountAsync());

        app.MapGet("/closed/orders", (OrderDesk desk, CancellationToken cancel) => desk.OfShopAsync(Guid.Empty, cancel))
            .RequireAuthorization(OChatPolicies.User);
    }
}
