namespace Ocis.Data;

/// <summary>That somebody did something here, from where and with what [OCIS-1.3]. After a year it is known that it was done, and not by whom.</summary>
public sealed class Visit
{
    public Guid Id { get; init; }

    /// <summary>Null for a visitor without an account.</summary>
    public Guid? UserId { get; set; }

    public User? User { get; set; }

    [DataCategory(Categories.Device.IpAddress), Encrypted(Sealing.Volume)]
    public string? IpAddress { get; set; }

    /// <summary>Browser, device and operating system, as the browser says them.</summary>
    [DataCategory(Categories.Device.Type), Encrypted(Sealing.Volume)]
    public string? Device { get; set; }

    /// <summary>The zone of the browser's clock: no more is taken of where somebody is.</summary>
    [DataCategory(Categories.Location.Any), Encrypted(Sealing.Volume)]
    public string? TimeZone { get; set; }

    [DataCategory(Categories.Usage.Activity), Encrypted(Sealing.Volume)]
    public required string Activity { get; init; }

    [DataCategory(Categories.Usage.Activity), Encrypted(Sealing.Volume)]
    public string? Referrer { get; init; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset At { get; init; }
}
