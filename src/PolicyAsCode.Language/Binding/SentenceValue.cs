using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// A text of the policy's own that other people read, in a notice, a copy or a report: one text, whatever language it is in,
/// or one in each.
/// </summary>
internal sealed class SentenceValue : Value<Message>
{
    private static readonly Key<string> s_english = new("en", Values.Text, Message.Of("Laws.KeyEnglish"));
    private static readonly Key<string> s_indonesian = new("id", Values.Text, Message.Of("Laws.KeyIndonesian"));
    private static readonly Shape s_shape = new(Message.Of("Laws.ShapeText"), s_english, s_indonesian);

    /// <inheritdoc/>
    public override Message Expectation => Values.Text.Expectation;

    /// <inheritdoc/>
    public override Written Written => new Written.Either(Values.Text.Written, new Written.Group(s_shape));

    /// <inheritdoc/>
    public override bool TryRead(SyntaxNode node, BindingContext context, out Message value)
    {
        value = Message.Verbatim("");
        if (node is not MappingNode)
        {
            var isText = Values.Text.TryRead(node, context, out var text);
            if (isText)
                value = Message.Verbatim(text);
            return isText;
        }

        var texts = Fields.Read(node, s_shape, node.Range, context);
        var isEnglish = texts.TryRequire(s_english, Message.Of("Values.TheText"), out var english);
        var isIndonesian = texts.TryRequire(s_indonesian, Message.Of("Values.TheText"), out var indonesian);
        if (isEnglish && isIndonesian)
            value = Message.InEach(english, indonesian);
        return isEnglish && isIndonesian;
    }
}
