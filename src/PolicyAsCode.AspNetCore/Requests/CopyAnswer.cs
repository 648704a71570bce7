using System.Globalization;
using Microsoft.AspNetCore.Http;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>A copy, written while it is sent.</summary>
internal sealed class CopyAnswer(IPrivacyRequests requests, Guid id, Page page) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition =
            string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"personal-data-{id:N}.json\"");
        // Whatever goes wrong after the first byte breaks the connection off: half a copy is never taken for a whole one.
        var receipt = await requests.WriteCopyAsync(id, response.Body, page.Words.Language, httpContext.RequestAborted)
            .ConfigureAwait(false);
        if (receipt is { Outcome: ExportOutcome.Written } || response.HasStarted)
            return;
        response.Headers.Remove("Content-Disposition");
        await page.Failed(StatusCodes.Status404NotFound, "Error.NoCopy").ExecuteAsync(httpContext).ConfigureAwait(false);
    }
}
