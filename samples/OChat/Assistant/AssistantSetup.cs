using Microsoft.Extensions.AI;

namespace OChat.Assistant;

/// <summary>Registers the assistant, with the model that the configuration names.</summary>
internal static class AssistantSetup
{
    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection("Assistant").Get<AssistantOptions>() ?? new AssistantOptions());
        services.AddSingleton<ScriptedChatClient>();
        services.AddHttpClient();
        services.AddSingleton<IChatClient>(provider =>
        {
            var options = provider.GetRequiredService<AssistantOptions>();
            if (options.Model == "scripted")
                return provider.GetRequiredService<ScriptedChatClient>();
            if (options.Endpoint?.Scheme != Uri.UriSchemeHttps)
                throw new InvalidOperationException("Assistant:Endpoint has to be an https address.");
            return new HttpChatClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(), options);
        });
        services.AddScoped<OrderTools>();
        services.AddScoped<ShopAssistant>();
        return services;
    }
}
