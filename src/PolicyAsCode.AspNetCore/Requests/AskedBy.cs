namespace PolicyAsCode.AspNetCore;

/// <summary>What somebody without an account says of who they are.</summary>
/// <param name="Contact">The email address or telephone number that they are registered with, as they typed it.</param>
/// <param name="Name">Their name; null where the page does not ask for it.</param>
public sealed record AskedBy(string Contact, string? Name)
{
    /// <summary>Nothing of it: it may name a person.</summary>
    public override string ToString() => "somebody";
}
