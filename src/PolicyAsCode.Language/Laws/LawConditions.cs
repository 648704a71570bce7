using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Laws.Conditions;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Laws;

/// <summary>The kinds of conditions that a law file can use: a new kind is a class, and a line here.</summary>
internal static class LawConditions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Kind> All { get; } =
    [
        new("lawful-basis", LawfulBasisCondition.Shape, fields => new LawfulBasisCondition(fields)),
        new("special-basis", SpecialBasisCondition.Shape, fields => new SpecialBasisCondition(fields)),
        new("consent", ConsentCondition.Shape, fields => new ConsentCondition(fields)),
        new("acceptance", AcceptanceCondition.Shape, fields => new AcceptanceCondition(fields)),
        new("right", RightCondition.Shape, fields => new RightCondition(fields)),
        new("identity", IdentityCondition.Shape, fields => new IdentityCondition(fields)),
        new("objection", ObjectionCondition.Shape, fields => new ObjectionCondition(fields)),
        new("retention", RetentionCondition.Shape, fields => new RetentionCondition(fields)),
        new("transfer", TransferCondition.Shape, fields => new TransferCondition(fields)),
        new("contract", ContractCondition.Shape, fields => new ContractCondition(fields)),
        new("children", ChildrenCondition.Shape, fields => new ChildrenCondition(fields)),
        new("stated", StatedCondition.Shape, ReadStated),
        new("protection", ProtectionCondition.Shape, fields => new ProtectionCondition(fields)),
        new("changes", ChangesCondition.Shape, fields => new ChangesCondition(fields)),
        new("measure", MeasureCondition.Shape, (fields, law, article) => new MeasureCondition(fields, law, article)),
    ];

    private static LawCondition? ReadStated(Fields fields) =>
        fields.TryRequire(StatedCondition.Part, Message.Of("Laws.TheCondition"), out var part)
            ? new StatedCondition(StatedParts.All[part], fields)
            : null;

    /// <summary>One kind: its key, what stands behind it, and how that is read.</summary>
    internal sealed class Kind(string name, Shape shape, Func<Fields, LawPack, string, LawCondition?> read)
    {
        public Kind(string name, Shape shape, Func<Fields, LawCondition?> read)
            : this(name, shape, (fields, _, _) => read(fields))
        {
        }

        /// <summary>The key.</summary>
        public Key<SyntaxNode> Key { get; } = new(name, Groups.Of(shape), Message.Of("Laws.KeyCondition", shape.Name));

        /// <summary>Reads the condition of an article; null for one that cannot be read.</summary>
        public LawCondition? Read(Fields article, LawPack law, string articles, BindingContext context) =>
            article.Node(Key) is { } node
                ? read(Fields.Read(node, shape, article.Place(Key), context, mayBeEmpty: true), law, articles)
                : null; // misspelt, and reported as such
    }
}
