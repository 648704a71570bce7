using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PolicyAsCode.Tests;

/// <summary>The test's own server has no addresses: a header says what the connection would.</summary>
internal sealed class FromAddress : IStartupFilter
{
    public const string Header = "X-Test-From";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, onward) =>
        {
            if (IPAddress.TryParse(http.Request.Headers[Header], out var from))
                http.Connection.RemoteIpAddress = from;
            return onward(http);
        });
        next(app);
    };
}
