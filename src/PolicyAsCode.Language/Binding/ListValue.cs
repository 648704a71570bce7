using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Several values. One stands for a list of one; an item that cannot be read is left out.</summary>
internal sealed class ListValue<T>(Value<T> item) : Value<Located<T>[]>
{
    // Of so few items each is compared with each: that takes no memory.
    private const int ShortList = 8;

    /// <inheritdoc/>
    public override Message Expectation => Message.Of("Values.ListOf", item.Expectation);

    /// <inheritdoc/>
    public override Written Written => new Written.List(item.Written);

    /// <inheritdoc/>
    public override bool TryRead(SyntaxNode node, BindingContext context, out Located<T>[] value)
    {
        if (node is not SequenceNode { Items: var items })
        {
            value = item.TryRead(node, context, out var single) ? [new(single, node, context)] : [];
            return true;
        }

        var nodes = new SyntaxNode[items.Length];
        var values = Read(items, context, nodes);
        value = new Located<T>[values.Length];
        for (var i = 0; i < values.Length; i++)
            value[i] = new(values[i], nodes[i], context);
        return true;
    }

    /// <summary>Reads the values alone, for lists of which a policy has thousands.</summary>
    public ImmutableArray<T> ReadValues(SyntaxNode node, BindingContext context) =>
        node is SequenceNode { Items: var items }
            ? ImmutableCollectionsMarshal.AsImmutableArray(Read(items, context, null))
            : item.TryRead(node, context, out var single)
                ? ImmutableCollectionsMarshal.AsImmutableArray<T>([single])
                : ImmutableArray<T>.Empty;

    private T[] Read(ImmutableArray<SyntaxNode> items, BindingContext context, SyntaxNode[]? nodes)
    {
        var values = new T[items.Length];
        var count = 0;
        // Of objects: a set of each enumeration would be compiled just in time.
        var seen = items.Length > ShortList ? new HashSet<object>() : null;
        foreach (var one in items)
        {
            if (!item.TryRead(one, context, out var found))
                continue;
            if (seen is null ? IsAmong(values, count, found) : !seen.Add(found!))
            {
                context.Report(PolicyRules.Duplicate, one.Range, Message.Of("Values.Twice", one.Description));
                continue;
            }
            if (nodes is not null)
                nodes[count] = one;
            values[count++] = found;
        }
        Array.Resize(ref values, count);
        return values;
    }

    private static bool IsAmong(T[] values, int count, T value)
    {
        for (var i = 0; i < count; i++)
            if (Equals(values[i], value))
                return true;
        return false;
    }
}
