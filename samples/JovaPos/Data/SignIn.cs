namespace JovaPos.Data;

/// <summary>An attempt to sign in, kept a short while to notice misuse.</summary>
public sealed class SignIn
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory(Categories.Device.IpAddress)]
    public string? IpAddress { get; set; }

    [DataCategory(Categories.Usage.Activity)]
    public bool Succeeded { get; init; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset At { get; init; }
}
