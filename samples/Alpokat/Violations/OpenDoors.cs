using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Violations;

/// <summary>What anybody on the internet can read, and what a cookie carries that no policy names.</summary>
public static class OpenDoors
{
    [Purpose(Purposes.ServiceProvision)]
    public static void MapOpenDoors(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open/profiles", (AlpokatContext alpokat) => alpokat.Merchants.Select(merchant => merchant.PublicProfile).ToListAsync()); // expect: PAC5009

        app.MapGet("/open/count", (AlpokatContext alpokat) => alpokat.Merchants.CountAsync());
    }

    [Purpose(Purposes.Security)]
    public static void Follow(HttpContext http, Visit visit) =>
        http.Response.Cookies.Append("follower", visit.DeviceId ?? ""); // expect: PAC5005

    [Purpose(Purposes.Security)]
    public static void Clean(HttpContext http, Visit visit) =>
        http.Response.Cookies.Append("device-recogniser", visit.DeviceId ?? "");
}
