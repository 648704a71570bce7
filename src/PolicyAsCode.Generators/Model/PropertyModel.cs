namespace PolicyAsCode.Generators.Model;

/// <summary>A field of an entity: a scalar property, of itself or of an object in its rows.</summary>
/// <param name="Name">Its name; in an object, with the way to it: <c>Home.Street</c>.</param>
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

    /// <summary>The objects (owned, complex) in which it lies, the outermost first; none for a property of the entity.</summary>
    public EquatableArray<ObjectStep> Objects { get; init; } = EquatableArray<ObjectStep>.Empty;

    /// <summary>Whether a row can hold it many times, in a collection of objects.</summary>
    public bool IsInCollection => Objects.Any(step => step.IsCollection);

    /// <summary>Its own name, without the way to it.</summary>
    public string OwnName => Name.Substring(Name.LastIndexOf('.') + 1);

    /// <summary>Whether it can be emptied: to null, or to the empty text.</summary>
    public bool IsBlankable =>
        (IsNullable || (Type == "string" && !IsKey && !IsUnique)) && Objects.Count(step => step.IsCollection) < 2;

    /// <summary>Whether it is a <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>Whether it is a hold that statements see: true or false, and in no collection of objects.</summary>
    public bool IsHold => IsLegalHold && Type == "bool" && !IsInCollection;

    /// <summary>Whether retention can count from it.</summary>
    public bool IsDate =>
        Type is "global::System.DateTimeOffset" or "global::System.DateTime" or "global::System.DateOnly";
}

/// <summary>A property that holds an object, or several, which are no rows of their own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNullable">Whether it can hold nothing.</param>
/// <param name="IsNullableValue">Whether it is a <c>Nullable&lt;T&gt;</c>, whose members are behind <c>Value</c>.</param>
/// <param name="IsCollection">Whether it holds several.</param>
public sealed record ObjectStep(string Name, bool IsNullable, bool IsNullableValue, bool IsCollection);
