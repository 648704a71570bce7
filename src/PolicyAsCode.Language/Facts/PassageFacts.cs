using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>Data that reaches a sink.</summary>
/// <param name="Data">What reaches it.</param>
/// <param name="Sink">The method that takes it.</param>
public sealed record PassageFacts(DataFacts Data, string Sink)
{
    /// <summary>What kind of sink it is, by the names of <see cref="Libraries.SinkKind"/>.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Who gets it; null where the code does not say.</summary>
    public string? Recipient { get; init; }

    /// <summary>The host that it is sent to, where the code says so.</summary>
    public string? Host { get; init; }

    /// <summary>For what, where the code on the way says so.</summary>
    public ImmutableArray<string> Purposes { get; init; } = [];

    /// <summary>The methods on the way behind the summarised one.</summary>
    public ImmutableArray<string> Path { get; init; } = [];
}
