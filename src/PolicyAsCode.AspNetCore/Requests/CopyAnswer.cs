using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>A copy, written while it is sent; in a scope of the tenant that it is of.</summary>
internal sealed class CopyAnswer(PrivacyCopy copy, string? tenant, Page page) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var scope = httpContext.RequestServices.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            scope.ServiceProvider.GetService<IPrivacyTenant>()?.Enter(tenant);
            var export = scope.ServiceProvider.GetService<ISubjectCopies>();
            if (export is null)
            {
                await page.Failed(StatusCodes.Status501NotImplemented, "Error.NoExport").ExecuteAsync(httpContext).ConfigureAwait(false);
                return;
            }

            var response = httpContext.Response;
            response.ContentType = "application/json; charset=utf-8";
            response.Headers.ContentDisposition =
                string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"personal-data-{copy.RequestId:N}.json\"");
            await export.WriteAsync(copy, page.Words.Language, response.Body, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }
}
