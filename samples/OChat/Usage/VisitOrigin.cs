namespace OChat.Usage;

/// <summary>Where a request comes from, and with what kind of device.</summary>
public sealed class VisitOrigin
{
    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; init; }

    [DataCategory(Categories.Device.Type)]
    public string? DeviceType { get; init; }

    public static VisitOrigin Of(HttpContext http) => new()
    {
        IpAddress = AddressOf(http),
        DeviceType = DeviceOf(http),
    };

    [Purpose(Purposes.Security)]
    [return: DataCategory(Categories.Device.IpAddress)]
    private static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    [Purpose(Purposes.ServiceProvision)]
    [return: DataCategory(Categories.Device.Type)]
    private static string DeviceOf(HttpContext http) => http.Request.Headers.UserAgent.ToString();
}
