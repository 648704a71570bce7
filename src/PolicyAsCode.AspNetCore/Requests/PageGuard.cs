using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// Stands before every page: headers that keep it out of caches, frames and other sites' hands, a limit of calls, and no
/// form without the token of the page that it was on. It needs no middleware that an application could forget.
/// </summary>
internal sealed class PageGuard(string prefix, string language) : IEndpointFilter
{
    private const int MostBytes = 64 * 1024;

    private const string ContentSecurity =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var page = new Page(http, prefix, language);
        SetHeaders(http.Response.Headers);
        var isPost = HttpMethods.IsPost(http.Request.Method);
        var limits = http.RequestServices.GetRequiredService<PageLimits>();
        if (!limits.Allows(http, isPost))
        {
            http.Response.Headers.RetryAfter = limits.RetryAfter;
            return page.Failed(StatusCodes.Status429TooManyRequests, "Error.TooMany");
        }

        if (!isPost)
            return await next(context).ConfigureAwait(false);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        try
        {
            if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http).ConfigureAwait(false))
                return page.Failed(StatusCodes.Status400BadRequest, "Error.Form");
            return await next(context).ConfigureAwait(false);
        }
        catch (Exception error) when (error is BadHttpRequestException or InvalidDataException or AntiforgeryValidationException
            or System.Text.Json.JsonException)
        {
            return page.Failed(StatusCodes.Status400BadRequest, "Error.Form");
        }
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
    }
}
