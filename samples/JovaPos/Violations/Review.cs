namespace JovaPos.Violations;

/// <summary>Feedback without the day on which it was given: its year never begins.</summary>
public sealed class Review
{
    public int Id { get; init; }

    public int MemberId { get; init; }

    public Member? Member { get; init; }

    [DataCategory(Categories.Communication.Feedback)]
    public string? Text { get; set; } // expect: PAC4002
}
