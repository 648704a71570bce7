namespace OChat.Usage;

/// <summary>What is recorded that a user did.</summary>
public static class Activities
{
    public const string SignedIn = "signed-in";

    public const string OpenedPage = "opened-page";
}
