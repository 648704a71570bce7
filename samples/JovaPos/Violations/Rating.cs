namespace JovaPos.Violations;

/// <summary>Feedback whose day is a text, from which nobody can count.</summary>
public sealed class Rating
{
    public int Id { get; init; }

    public int MemberId { get; init; }

    public Member? Member { get; init; }

    [DataCategory(Categories.Communication.Feedback)]
    public int Stars { get; set; }

    [RetentionAnchor(Anchors.FeedbackGiven)]
    public string? GivenOn { get; init; } // expect: PAC4002
}
