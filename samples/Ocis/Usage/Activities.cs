namespace Ocis.Usage;

/// <summary>What is recorded that somebody did.</summary>
public static class Activities
{
    public const string SignedIn = "signed-in";

    public const string SignInFailed = "sign-in-failed";

    public const string OpenedEvent = "opened-event";

    public const string Arrived = "arrived";

    public const string CameToStand = "came-to-stand";
}
