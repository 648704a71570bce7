namespace PolicyAsCode.Generators.Model;

/// <summary>A scalar property of an entity.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in code, without the question mark.</param>
/// <param name="IsNullable">Whether its column takes null.</param>
/// <param name="IsKey">Whether it is part of a key.</param>
/// <param name="IsUnique">Whether no two rows may share its value.</param>
/// <param name="DeclaringType">Metadata name of the type that declares it, for bindings.</param>
/// <param name="Categories">Keys of the categories that it declares.</param>
/// <param name="IsDeclaredNotPersonal">Whether it is declared not to be personal data.</param>
/// <param name="Anchors">Keys of the anchors that it is.</param>
/// <param name="IsLegalHold">Whether, while true, it holds the row and what belongs to it.</param>
public sealed record PropertyModel(
    string Name, string Type, bool IsNullable, bool IsKey, bool IsUnique, string DeclaringType,
    EquatableArray<string> Categories, bool IsDeclaredNotPersonal, EquatableArray<string> Anchors, bool IsLegalHold)
{
    /// <summary>Metadata names of its attributes and of what they derive from, for bindings.</summary>
    public EquatableArray<string> Attributes { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether it can be emptied: to null, or to the empty text.</summary>
    public bool IsBlankable => IsNullable || (Type == "string" && !IsKey && !IsUnique);

    /// <summary>Whether retention can count from it.</summary>
    public bool IsDate =>
        Type is "global::System.DateTimeOffset" or "global::System.DateTime" or "global::System.DateOnly";
}
