namespace PolicyAsCode.Package.Tests;

/// <summary>The package as <c>dotnet pack</c> makes it, with tasks that are compiled ahead of time.</summary>
public sealed class CompiledFeed : PackedFeed
{
    private protected override IEnumerable<string> Projects => ["src/PolicyAsCode"];

    private protected override string HowPacked => "-p:PublishReadyToRun=true";
}
