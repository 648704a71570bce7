using System.Globalization;
using Microsoft.AspNetCore.Http;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>A copy, written while it is sent.</summary>
internal sealed class CopyAnswer(
    IPrivacyRequests requests, PrivacyCopy copy, Page page, CopyLimits copies, TimeSpan time) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!copies.TryBegin(copy))
        {
            await page.Failed(StatusCodes.Status429TooManyRequests, "Error.TooMany").ExecuteAsync(httpContext).ConfigureAwait(false);
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        limit.CancelAfter(time);
        try
        {
            await WriteAsync(httpContext, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            httpContext.Abort();
        }
        finally
        {
            copies.End(copy);
        }
    }

    private async Task WriteAsync(HttpContext http, CancellationToken cancel)
    {
        var response = http.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition =
            string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"personal-data-{copy.RequestId:N}.json\"");
        // Whatever goes wrong after the first byte breaks the connection off: half a copy is never taken for a whole one.
        var receipt = await requests.WriteCopyAsync(copy.RequestId, response.Body, page.Words.Language, cancel).ConfigureAwait(false);
        if (receipt is { Outcome: ExportOutcome.Written } || response.HasStarted)
            return;
        response.Headers.Remove("Content-Disposition");
        await page.Failed(StatusCodes.Status404NotFound, "Error.NoCopy").ExecuteAsync(http).ConfigureAwait(false);
    }
}
