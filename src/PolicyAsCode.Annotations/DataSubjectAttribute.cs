namespace PolicyAsCode;

/// <summary>
/// Says whose personal data a type holds: <c>[DataSubject(Subjects.Customer)] class Customer</c>.
/// The entity of a subject that reaches no other entity of the same subject is the subject's own record, and the root
/// of its access and erasure; on any other entity it says to which subject the rows belong where two are reachable.
/// </summary>
/// <param name="subject">A key of the vocabulary's subjects, such as <c>customer</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class DataSubjectAttribute(string subject) : Attribute
{
    /// <summary>A key of the vocabulary's subjects, such as <c>customer</c>.</summary>
    public string Subject { get; } = subject;
}
