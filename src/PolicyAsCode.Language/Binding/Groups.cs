using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Values that are groups or lists of groups: the binder of the section reads them by the shape that is declared here,
/// and the schema and the formatter know them by it.
/// </summary>
internal static class Groups
{
    /// <summary>A group with the keys of a shape.</summary>
    public static Value<SyntaxNode> Of(Shape shape) => new GroupValue(new Written.Group(shape));

    /// <summary>Terms, with what is said of each.</summary>
    public static Value<SyntaxNode> ByTerm(TermKind kind, Written each) =>
        new GroupValue(new Written.Map(new Written.Terms(kind), each));

    /// <summary>Terms, with a statement on each.</summary>
    public static Value<SyntaxNode> ByTerm(TermKind kind, Shape each) => ByTerm(kind, new Written.Group(each));

    /// <summary>Some words, with what is said of each.</summary>
    public static Value<SyntaxNode> ByWord(Written words, Written each) => new GroupValue(new Written.Map(words, each));

    /// <summary>Some words, with a statement on each.</summary>
    public static Value<SyntaxNode> ByWord(Written words, Shape each) => ByWord(words, new Written.Group(each));

    /// <summary>Names that are free, with what is said of each.</summary>
    public static Value<SyntaxNode> ByName(Written each) => new GroupValue(new Written.Map(new Written.Text(), each));

    /// <summary>Names that are free, with a statement on each.</summary>
    public static Value<SyntaxNode> ByName(Shape each) => ByName(new Written.Group(each));

    /// <summary>A list of statements; a group stands for a list of one.</summary>
    public static Value<SyntaxNode> List(Shape each) => new GroupValue(new Written.List(new Written.Group(each)));

    /// <summary>What its binder reads in a way of its own.</summary>
    public static Value<SyntaxNode> Or(params Written[] choices) => new GroupValue(new Written.Either(choices));

    private sealed class GroupValue(Written written) : Value<SyntaxNode>
    {
        public override Message Expectation => written is Written.Group { Shape: var shape }
            ? Message.Of("Binding.GroupOf", shape.Name, shape.Keys[0].Name)
            : Message.Of("Syntax.Group");

        public override Written Written => written;

        public override bool TryRead(SyntaxNode node, BindingContext context, out SyntaxNode value)
        {
            value = node;
            return true;
        }
    }
}
