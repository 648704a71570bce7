using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>A kind of value that a key can have: how it is read, and how it is described to a person.</summary>
internal abstract class Value<T>
{
    /// <summary>What belongs there: <c>a date such as 2027-06-01</c>.</summary>
    public abstract Message Expectation { get; }

    /// <summary>What may be written there, as data.</summary>
    public abstract Written Written { get; }

    /// <summary>The rule that a value of another kind breaks.</summary>
    public virtual string Rule => PolicyRules.WrongValue;

    /// <summary>Reads it, or reports why it cannot.</summary>
    public abstract bool TryRead(SyntaxNode node, BindingContext context, out T value);

    /// <summary>Reports that something else stands where such a value belongs.</summary>
    protected bool Refuse(SyntaxNode node, BindingContext context)
    {
        context.Report(Rule, node.Range, Message.Of("Values.NotThis", Expectation, node.Description));
        return false;
    }
}

/// <summary>A value that is written as one word or text.</summary>
internal abstract class ScalarValue<T> : Value<T>
{
    /// <inheritdoc/>
    public sealed override bool TryRead(SyntaxNode node, BindingContext context, out T value)
    {
        value = default!;
        return node is ScalarNode scalar ? TryRead(scalar, context, out value) : Refuse(node, context);
    }

    /// <summary>Reads the word.</summary>
    protected abstract bool TryRead(ScalarNode scalar, BindingContext context, out T value);
}
