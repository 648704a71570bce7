namespace JovaPos.Accounts;

/// <summary>The manager's list of staff.</summary>
public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/staff/members").RequireAuthorization(ShopPolicies.Manager);

        staff.MapGet("/", (StaffList list, CancellationToken cancel) => list.PresentAsync(cancel));

        staff.MapPost("/{staffNumber}/left", async (
            [DataCategory(Categories.Employment.StaffNumber)] string staffNumber,
            StaffList list,
            CancellationToken cancel) =>
            await list.EndAsync(staffNumber, cancel) ? Results.NoContent() : Results.NotFound());
    }
}
