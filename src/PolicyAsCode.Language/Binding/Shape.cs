namespace PolicyAsCode.Language.Binding;

/// <summary>A key that a statement can have.</summary>
internal abstract class Key(string name, string summary)
{
    /// <summary>How it is written.</summary>
    public string Name { get; } = name;

    /// <summary>What it says, in a sentence.</summary>
    public string Summary { get; } = summary;

    /// <summary>What belongs behind it.</summary>
    public abstract string Expectation { get; }
}

/// <summary>A key, and the kind of value behind it.</summary>
internal sealed class Key<T>(string name, Value<T> value, string summary) : Key(name, summary)
{
    /// <summary>The kind of value.</summary>
    public Value<T> Value { get; } = value;

    /// <inheritdoc/>
    public override string Expectation => Value.Expectation;
}

/// <summary>
/// The keys of one kind of statement, declared once: what is read, what is unknown and what was meant follow from it.
/// </summary>
internal sealed class Shape(string name, params Key[] keys)
{
    /// <summary>What has this shape: <c>a data statement</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Its keys, in the order in which a reader expects them.</summary>
    public IReadOnlyList<Key> Keys { get; } = keys;
}
