namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Where a person is reached.</summary>
/// <param name="Kind">How: <c>email</c>, <c>sms</c>, <c>post</c>.</param>
/// <param name="Address">Where.</param>
/// <param name="Language">In which language, such as <c>id</c>; null where it is not known.</param>
public sealed record SubjectContact(
    string Kind, [property: DataCategory("contact.email", "contact.phone", "contact.address")] string Address,
    string? Language = null);
