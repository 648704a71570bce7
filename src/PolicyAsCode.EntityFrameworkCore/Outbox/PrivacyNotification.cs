namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A message to a person.</summary>
/// <param name="Id">Its number: the same whenever it is sent again.</param>
/// <param name="AddressKind">How: <c>email</c>, <c>sms</c>, <c>post</c>.</param>
/// <param name="Address">Where to.</param>
/// <param name="Language">The language of its text, such as <c>id</c>.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="Text">What it says.</param>
public sealed record PrivacyNotification(
    Guid Id, string AddressKind, string Address, string Language, string Title, string Text)
{
    /// <summary>Its number and kind, and nothing of the person: what a log may show.</summary>
    public override string ToString() => $"{AddressKind} {Id}";
}
