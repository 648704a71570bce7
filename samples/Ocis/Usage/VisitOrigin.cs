namespace Ocis.Usage;

/// <summary>Where a request comes from, and with what, as far as the policy takes it [OCIS-1.3].</summary>
[DataSubject(Subjects.Visitor)]
public sealed class VisitOrigin
{
    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; init; }

    [DataCategory(Categories.Device.Type)]
    public string? Device { get; init; }

    [DataCategory(Categories.Location.Any)]
    public string? TimeZone { get; init; }

    /// <summary>The page from which somebody came.</summary>
    [DataCategory(Categories.Usage.Activity)]
    public string? Referrer { get; init; }

    public static VisitOrigin Of(HttpContext http) => new()
    {
        IpAddress = AddressOf(http),
        Device = DeviceOf(http),
        TimeZone = TimeZoneOf(http),
        Referrer = ReferrerOf(http),
    };

    // Written down for lawful requests and for security; who looks at it for security asks first who objects.
    [Purpose(Purposes.LegalCompliance)]
    [return: DataCategory(Categories.Device.IpAddress)]
    private static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    [Purpose(Purposes.ServiceProvision)]
    [return: DataCategory(Categories.Device.Type)]
    private static string DeviceOf(HttpContext http) => http.Request.Headers.UserAgent.ToString();

    [Purpose(Purposes.ServiceProvision)]
    [return: DataCategory(Categories.Usage.Activity)]
    private static string ReferrerOf(HttpContext http) => http.Request.Headers.Referer.ToString();

    // The browser's script says it: "Europe/Vienna".
    [return: DataCategory(Categories.Location.Any)]
    private static string? TimeZoneOf(HttpContext http) =>
        http.Request.Headers["X-Time-Zone"].ToString() is { Length: > 0 and <= 40 } zone ? zone : null;
}
