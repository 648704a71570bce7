namespace PolicyAsCode.Language.Model;

/// <summary>Who gets what code hands over: a recipient, or the controller itself.</summary>
/// <param name="Recipient">The recipient; null where it is a system of the controller's own, and nothing is disclosed.</param>
public sealed record Receiver(Term? Recipient)
{
    /// <summary>The word for the controller itself; no recipient can be called that.</summary>
    public const string Word = "controller";

    /// <summary>The controller's own systems.</summary>
    public static Receiver Controller { get; } = new((Term?)null);

    /// <summary>Whether what goes there stays with the controller.</summary>
    public bool IsController => Recipient is null;
}
