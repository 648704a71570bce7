namespace JovaPos.Security;

/// <summary>Where an attempt to sign in comes from.</summary>
[Purpose(Purposes.Security)]
public sealed class SignInOrigin
{
    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; init; }

    public static SignInOrigin Of(HttpRequest request) => new()
    {
        IpAddress = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
    };
}
