using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>A term of a kind, written by its key.</summary>
internal sealed class TermValue(TermKind kind) : ScalarValue<Term>
{
    /// <inheritdoc/>
    public override Message Expectation => TermKindNames.OneOf(kind);

    /// <inheritdoc/>
    public override Written Written => new Written.Terms(kind);

    /// <inheritdoc/>
    protected override bool TryRead(ScalarNode scalar, BindingContext context, out Term value)
    {
        value = context.Vocabulary.Find(kind, scalar.Value)!;
        if (value is null)
        {
            if (scalar.IsMissing)
                return Refuse(scalar, context);
            context.Report(PolicyRules.UnknownTerm, scalar.Range,
                Message.Sentences(
                    Message.Of("Terms.Unknown", scalar.Value, TermKindNames.Of(kind)),
                    context.MaySuggest ? Mend(scalar.Value, context.Vocabulary) : null));
            return false;
        }
        if (value.ReplacedBy is { } successor)
        {
            value = context.Vocabulary.Meant(kind, scalar.Value)!;
            context.ReportReplaced(
                PolicyRules.TermDeprecated, scalar, Message.Of("Terms.OutOfUse", scalar.Value, successor), value.Key);
        }
        return true;
    }

    private Message Mend(string word, Vocabulary vocabulary)
    {
        if (word.IndexOf(',') > 0)
            return Message.Of("Terms.WriteList", word);
        if (MeantTerm.Of(vocabulary, kind, word) is { } meant)
            return Message.Of("Values.DidYouMean", meant);

        foreach (TermKind other in Enum.GetValues(typeof(TermKind)))
            if (other != kind && vocabulary.Find(other, word) is not null)
                return Message.Of("Terms.OtherKind", TermKindNames.Of(other));
        var terms = vocabulary.Terms(kind);
        return terms.IsEmpty
            ? Message.Of("Terms.AddFirst", VocabularySections.NameOf(kind))
            : Message.Of("Terms.UseOrAdd", terms[0].Key);
    }
}
