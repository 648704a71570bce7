namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>Somebody whose data a proof has put in.</summary>
/// <param name="Subject">What kind of person.</param>
/// <param name="Role">What this one is for, such as <c>first</c> or <c>on legal hold</c>.</param>
/// <param name="Record">The person's own row.</param>
internal sealed record Person(string Subject, string Role, SeededRow Record)
{
    /// <summary>All rows that were put in for this person, the record included.</summary>
    public List<SeededRow> Rows { get; } = [Record];

    public override string ToString() => $"{Subject} '{Role}' ({Record})";
}
