namespace BotBelanja.Security;

/// <summary>
/// Answers nothing that was not asked over TLS. It refuses instead of redirecting: a key that came in the clear has been seen
/// already, and its program must notice [BOT-4.2].
/// </summary>
internal sealed class SecureTransport(RequestDelegate next, IConfiguration configuration)
{
    private readonly bool _allowPlain = configuration.GetValue<bool>("Transport:AllowPlainHttp");

    public Task InvokeAsync(HttpContext context) =>
        context.Request.IsHttps || _allowPlain
            ? next(context)
            : Results.Problem("Ask over https, and have the key changed.", statusCode: StatusCodes.Status426UpgradeRequired)
                .ExecuteAsync(context);
}
