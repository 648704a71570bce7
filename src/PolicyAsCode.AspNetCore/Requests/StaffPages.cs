using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>What staff does: looks at what is open and late, and takes the steps that need a person.</summary>
internal sealed class StaffPages(
    IPrivacyRequests requests, PolicyRights rights, TimeProvider time, IOptions<PrivacyRequestPagesOptions> options,
    IServiceProvider services)
{
    private const int LongestReason = 2000;
    private const int LongestVoucher = 100;

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var page = Page.Of(http);
        var isLate = http.Request.Query["which"] == "overdue";
        var found = isLate
            ? await requests.OverdueAsync(http.RequestAborted).ConfigureAwait(false)
            : await requests.OpenAsync(http.RequestAborted).ConfigureAwait(false);
        var own = found.Where(IsOurs).ToList();
        return page.Answer(
            page.Words["Staff.Title"], StaffView.List(page, own, isLate, time.GetUtcNow(), rights.Calendar.Zone),
            new { requests = own.Select(StaffAnswer.Of), token = page.Token() });
    }

    public async Task<IResult> ShowAsync(HttpContext http, Guid id)
    {
        var page = Page.Of(http);
        return await FindAsync(http, id).ConfigureAwait(false) is { } request
            ? Show(page, request, null, StatusCodes.Status200OK)
            : page.Failed(StatusCodes.Status404NotFound, "Error.NotFound");
    }

    public async Task<IResult> StepAsync(HttpContext http, Guid id, string step)
    {
        var page = Page.Of(http);
        var cancel = http.RequestAborted;
        if (await FindAsync(http, id).ConfigureAwait(false) is not { } request)
            return page.Failed(StatusCodes.Status404NotFound, "Error.NotFound");
        var fields = await Fields.ReadAsync(http.Request, cancel).ConfigureAwait(false);
        var reason = fields["reason"];
        var by = options.Value.StaffName(http.User);
        if (step is "extend" or "refuse" && reason is not { Length: <= LongestReason })
            return Refused(page, request, StatusCodes.Status400BadRequest, page.Words["Error.Reason"]);
        if (step is "vouch" && reason is not { Length: <= LongestVoucher })
            return Refused(page, request, StatusCodes.Status400BadRequest, page.Words["Error.Vouch"]);
        try
        {
            var task = step switch
            {
                "vouch" => requests.VouchForIdentityAsync(id, reason!, cancel),
                "confirm" => requests.ConfirmAsync(id, cancel),
                "extend" => requests.ExtendAsync(id, reason!, cancel),
                "refuse" => requests.RefuseAsync(id, reason!, cancel),
                "execute" => requests.ExecuteAsync(id, by, cancel),
                "notified" => requests.MarkNotifiedAsync(id, cancel),
                _ => null,
            };
            if (task is null)
                return page.Failed(StatusCodes.Status404NotFound, "Error.NotFound");
            request = await task.ConfigureAwait(false);
            return page.Onward($"/staff/requests/{id}", StaffAnswer.Of(request));
        }
        catch (Exception error) when (error is PrivacyRequestStepException or PrivacyRequestHeldException
            or PrivacyRequestHiddenException or PrivacyRectificationException or BeyondCalendarException)
        {
            // These say which request and why; staff sees whose it is beside.
            return Refused(page, request, StatusCodes.Status409Conflict, error.Message);
        }
        catch (DbUpdateException)
        {
            // A value that another row has already, for one. What the database says may hold the value.
            return Refused(page, request, StatusCodes.Status409Conflict, page.Words["Staff.Database"]);
        }
    }

    private async Task<PrivacyRequest?> FindAsync(HttpContext http, Guid id) =>
        await requests.FindAsync(id, http.RequestAborted).ConfigureAwait(false) is { } request && IsOurs(request) ? request : null;

    private bool IsOurs(PrivacyRequest request) =>
        options.Value.StaffSeesEveryTenant
        || services.GetService<IPrivacyTenant>() is not { } tenant || request.Tenant == tenant.Current;

    private IResult Refused(Page page, PrivacyRequest request, int status, string why) =>
        page.IsJson
            ? Results.Problem(why, statusCode: status, title: page.Words["Staff.NotDone"])
            : Show(page, request, why, status);

    private IResult Show(Page page, PrivacyRequest request, string? alert, int status) => page.Answer(
        page.Words.Right(request.Right), new StaffView(page, request, rights).Of(alert), StaffAnswer.Of(request), status);
}
