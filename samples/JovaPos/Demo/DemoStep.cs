namespace JovaPos.Demo;

/// <summary>The steps of the demo after which the database can be looked at.</summary>
internal enum DemoStep
{
    Seeded,
    DryRun,
    Swept,
    SweptAgain,
    Confirmed,
    Erased,
    Notified,
}
