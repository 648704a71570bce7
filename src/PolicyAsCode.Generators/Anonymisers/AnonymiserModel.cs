namespace PolicyAsCode.Generators.Anonymisers;

/// <summary>What the tests of one anonymiser are written from. Expressions are C#, in full names.</summary>
/// <param name="Name">How a reader calls it: <c>CustomerPseudonyms.Of</c>.</param>
/// <param name="TestName">How its tests begin; unique among them.</param>
/// <param name="IsPseudonymiser">Whether it must give the same for the same.</param>
internal sealed record AnonymiserModel(string Name, string TestName, bool IsPseudonymiser)
{
    /// <summary>Makes the object that it is called on; null for a static one.</summary>
    public string? Instance { get; init; }

    /// <summary>The call, with <c>given</c> for what it is given and <c>anonymiser</c> for the object.</summary>
    public string Call { get; init; } = "";

    /// <summary>Whether the call is awaited.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Each a list of inputs, one a parameter of data.</summary>
    public EquatableArray<string> Inputs { get; init; } = EquatableArray<string>.Empty;

    /// <summary>What of <c>given</c> must not come through.</summary>
    public EquatableArray<string> Traces { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Why no test can call it, and what the user does about it; null where one can.</summary>
    public string? Obstacle { get; init; }
}

/// <summary>All anonymisers of a compilation.</summary>
/// <param name="Found">They themselves, by name.</param>
/// <param name="HasXunit">Whether the project knows xUnit.</param>
/// <param name="Language">In which language its tests speak.</param>
internal sealed record AnonymiserTestsModel(
    EquatableArray<AnonymiserModel> Found, bool HasXunit, Language.Messages.MessageLanguage Language);
