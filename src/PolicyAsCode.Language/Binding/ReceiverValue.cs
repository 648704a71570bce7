using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Who gets what code hands over: a recipient of the vocabulary, or <c>controller</c> for systems of one's own.</summary>
internal sealed class ReceiverValue : ScalarValue<Receiver>
{
    private static readonly Value<Term> s_recipient = Values.Term(TermKind.Recipient);

    /// <inheritdoc/>
    public override Message Expectation => Message.Of("Values.Receiver", Receiver.Word);

    /// <inheritdoc/>
    public override Written Written { get; } =
        new Written.Either(new Written.Terms(TermKind.Recipient), new Written.Choice([Receiver.Word]));

    /// <inheritdoc/>
    protected override bool TryRead(ScalarNode scalar, BindingContext context, out Receiver value)
    {
        value = Receiver.Controller;
        if (scalar.IsMissing)
            return Refuse(scalar, context);
        if (scalar.Value == Receiver.Word)
            return true;
        if (MeansController(scalar.Value, context))
        {
            context.Report(PolicyRules.UnknownTerm, scalar.Range, Message.Sentences(
                Message.Of("Terms.Unknown", scalar.Value, TermKindNames.Of(TermKind.Recipient)),
                Message.Of("Values.DidYouMean", Receiver.Word)));
            return false;
        }
        if (!s_recipient.TryRead(scalar, context, out var recipient))
            return false;
        value = new(recipient);
        return true;
    }

    // A recipient that is nearer is what was meant.
    private static bool MeansController(string word, BindingContext context) =>
        context.MaySuggest
        && context.Vocabulary.Find(TermKind.Recipient, word) is null
        && MeantTerm.Of(context.Vocabulary, TermKind.Recipient, word) is null
        && Nearest.To(word, [Receiver.Word]) is not null;
}
