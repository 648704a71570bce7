namespace JovaPos.Security;

/// <summary>Where an attempt to sign in comes from.</summary>
public sealed class SignInOrigin
{
    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; init; }

    [DataCategory(Categories.Device.UserAgent)]
    public string? UserAgent { get; init; }

    public static SignInOrigin Of(HttpRequest request) => new()
    {
        IpAddress = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
        UserAgent = request.Headers.UserAgent.ToString(),
    };
}
