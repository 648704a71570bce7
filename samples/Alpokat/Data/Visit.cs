namespace Alpokat.Data;

/// <summary>That a merchant did something, from where and with what: the visit log of the policy [ALPO-2.1, ALPO-2.3].</summary>
public sealed class Visit
{
    public Guid Id { get; init; }

    public Guid MerchantId { get; init; }

    public Merchant? Merchant { get; init; }

    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; set; }

    [DataCategory(Categories.Device.Id)]
    public string? DeviceId { get; set; }

    /// <summary>The type of the system, and the version of its software.</summary>
    [DataCategory(Categories.Device.Type)]
    public string? System { get; set; }

    [DataCategory(Categories.Usage.Activity)]
    public string? Activity { get; set; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset At { get; init; }
}
