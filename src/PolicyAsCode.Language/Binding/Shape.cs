using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Binding;

/// <summary>A key that a statement can have.</summary>
internal abstract class Key(string name, Message summary)
{
    /// <summary>How it is written.</summary>
    public string Name { get; } = name;

    /// <summary>What it says, in a sentence.</summary>
    public Message Summary { get; } = summary;

    /// <summary>Whether an empty list has a meaning behind it; otherwise it says nothing, which is told.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>What belongs behind it.</summary>
    public abstract Message Expectation { get; }

    /// <summary>What may be written behind it, as data.</summary>
    public abstract Written Written { get; }
}

/// <summary>A key, and the kind of value behind it.</summary>
internal sealed class Key<T>(string name, Value<T> value, Message summary) : Key(name, summary)
{
    /// <summary>A key whose summary has no sentence in the resources yet.</summary>
    public Key(string name, Value<T> value, string summary) : this(name, value, Message.Verbatim(summary))
    {
    }

    /// <summary>The kind of value.</summary>
    public Value<T> Value { get; } = value;

    /// <inheritdoc/>
    public override Message Expectation => Value.Expectation;

    /// <inheritdoc/>
    public override Written Written => Value.Written;
}

/// <summary>
/// The keys of one kind of statement, declared once: what is read, what is unknown and what was meant follow from it.
/// </summary>
internal sealed class Shape(Message name, params Key[] keys)
{
    /// <summary>A shape whose name is not in the resources yet.</summary>
    public Shape(string name, params Key[] keys) : this(Message.Verbatim(name), keys)
    {
    }

    /// <summary>What has this shape: <c>a data statement</c>.</summary>
    public Message Name { get; } = name;

    /// <summary>Its keys, in the order in which a reader expects them.</summary>
    public IReadOnlyList<Key> Keys { get; } = keys;

    /// <summary>Whether it has a key of that name.</summary>
    public bool Has(string name)
    {
        foreach (var key in keys)
            if (key.Name == name)
                return true;
        return false;
    }
}
