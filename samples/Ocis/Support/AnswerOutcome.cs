namespace Ocis.Support;

/// <summary>What became of an answer.</summary>
public enum AnswerOutcome
{
    /// <summary>It was sent, and the question is closed.</summary>
    Sent,

    /// <summary>No such question waits, or its data is restricted.</summary>
    Unknown,

    /// <summary>Who asked has confirmed no address.</summary>
    Unreachable,
}
