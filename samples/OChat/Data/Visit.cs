namespace OChat.Data;

/// <summary>That a user did something, from where and with what [OCHAT-1.3]. Analysis keeps what was done, without who it was.</summary>
public sealed class Visit
{
    public Guid Id { get; init; }

    public Guid? UserId { get; set; }

    public User? User { get; set; }

    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; set; }

    [DataCategory(Categories.Device.Type)]
    public string? DeviceType { get; set; }

    [DataCategory(Categories.Usage.Activity)]
    public required string Activity { get; init; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset At { get; init; }
}
