namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Who does something.</summary>
/// <param name="Kind">
/// The kind of person, as the policy calls it (<c>staff</c>, or <c>customer</c> for one who sees their own data): their
/// erasure takes their name out of the trail as well. <see cref="Process"/> for a program.
/// </param>
/// <param name="Id">Their key as text, in the spelling of their erasure; the name of a program.</param>
public sealed record AuditActor(string Kind, string Id)
{
    /// <summary>The kind of an actor that is no person.</summary>
    public const string Process = "process";

    /// <summary>A program.</summary>
    /// <param name="name">Its name.</param>
    public static AuditActor Of(string name) => new(Process, name);
}
