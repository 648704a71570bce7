using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>Registers messages by SMTP.</summary>
public static class SmtpServiceCollectionExtensions
{
    /// <summary>Sends messages to people by SMTP.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">By which server, and in whose name.</param>
    public static IServiceCollection AddSmtpNotifications(
        this IServiceCollection services, Action<SmtpNotifierOptions> configure)
    {
        services.AddOptions<SmtpNotifierOptions>().Configure(configure)
            .Validate(options => options.Host.Length > 0, "SmtpNotifierOptions.Host names the server.")
            .Validate(options => options.From.Length > 0, "SmtpNotifierOptions.From names the sender.")
            .ValidateOnStart();
        return services.AddSingleton<INotifier, SmtpNotifier>();
    }
}
