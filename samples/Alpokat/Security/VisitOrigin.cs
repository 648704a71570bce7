namespace Alpokat.Security;

/// <summary>Where a request comes from, and with what [ALPO-2.1].</summary>
public sealed class VisitOrigin
{
    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; init; }

    [DataCategory(Categories.Device.Id)]
    public string? DeviceId { get; init; }

    [DataCategory(Categories.Device.Type)]
    public string? System { get; init; }

    [CollectedAt(Sources.Visit)]
    public static VisitOrigin Of(HttpContext http) => new()
    {
        IpAddress = AddressOf(http),
        DeviceId = DeviceRecogniser.Recognise(http),
        System = SystemOf(http),
    };

    [Purpose(Purposes.Security)]
    [return: DataCategory(Categories.Device.IpAddress)]
    private static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    [Purpose(Purposes.ServiceProvision)]
    [return: DataCategory(Categories.Device.Type)]
    private static string SystemOf(HttpContext http) => http.Request.Headers.UserAgent.ToString();
}
