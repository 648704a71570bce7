using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace OChat.Assistant;

/// <summary>Registers the assistant, with the model that the configuration names; what is configured wrongly is said at the start.</summary>
internal static class AssistantSetup
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        services.AddOptions<AssistantOptions>().BindConfiguration("Assistant")
            .Validate(
                options => options.IsScripted || options.Endpoint is { IsAbsoluteUri: true, Scheme: "https" },
                "Assistant:Endpoint has to be an https address.")
            .ValidateOnStart();
        services.AddSingleton<ScriptedChatClient>();
        services.AddHttpClient(HttpChatClient.Name, http => http.Timeout = s_patience);
        services.AddSingleton<IChatClient>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<AssistantOptions>>().Value;
            return options.IsScripted
                ? provider.GetRequiredService<ScriptedChatClient>()
                : new HttpChatClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpChatClient.Name), options);
        });
        services.AddScoped<OrderTools>();
        services.AddScoped<ShopAssistant>();
        return services;
    }
}
