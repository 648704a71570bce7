namespace PolicyAsCode.Samples.Tests.Breaking;

/// <summary>A finding of ours in a policy or in code.</summary>
internal sealed record Found(string Id, string Path, int Line, string Message)
{
    /// <summary>As in a comment <c>// expect: PAC2002</c>: where it is, and which rule it is of.</summary>
    public string Place => $"{Path}:{Line} {Id}";

    public override string ToString() => $"{Place}: {Message}";
}
