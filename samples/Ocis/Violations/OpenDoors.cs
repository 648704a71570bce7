using Microsoft.EntityFrameworkCore;
using Ocis.Accounts;
using Ocis.Data;

namespace Ocis.Violations;

/// <summary>Endpoints that anybody on the internet can call, and a log that anybody on the staff can read.</summary>
public static class OpenDoors
{
    [Purpose(Purposes.ServiceProvision)]
    public static void MapOpenDoors(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open/names", (OcisContext ocis) => ocis.Users.Select(user => user.Name).ToListAsync()); // expect: PAC5009 OCIS-4.2

        app.MapGet("/open/count", (OcisContext ocis) => ocis.Users.CountAsync());

        app.MapGet("/closed/names", (OcisContext ocis) => ocis.Users.Select(user => user.Name).ToListAsync())
            .RequireAuthorization(OcisPolicies.PrivacyOfficer);
    }

    public static void Log(ILogger log, User user) => log.LogInformation("Hello {Name}", user.Name); // expect: PAC5001 OCIS-4.2

    public static void Clean(ILogger log, User user) => log.LogInformation("User {Id} came", user.Id);
}
