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
        var terms = vocabulary.Terms(kind);
        var meant = terms.FirstOrDefault(term => Calls(term, word))?.Key
            ?? Nearest.To(word, terms.Select(term => term.Key))
            ?? terms.FirstOrDefault(term => Nearest.To(word, [LastPart(term.Key)]) is not null)?.Key;
        if (meant is not null)
            return Message.Of("Values.DidYouMean", meant);

        foreach (TermKind other in Enum.GetValues(typeof(TermKind)))
            if (other != kind && vocabulary.Find(other, word) is not null)
                return Message.Of("Terms.OtherKind", TermKindNames.Of(other));
        return terms.IsEmpty
            ? Message.Of("Terms.AddFirst", VocabularySections.NameOf(kind))
            : Message.Of("Terms.UseOrAdd", terms[0].Key);
    }

    private static bool Calls(Term term, string word) =>
        Same(term.Label, word) || Same(term.LabelInIndonesian, word) || Same(LastPart(term.Key), word)
        || term.Hints.Any(hint => Same(hint, word));

    private static string LastPart(string key) => key.Substring(key.LastIndexOf('.') + 1);

    // Case does not count, and neither does whether words are joined by a blank or a hyphen.
    private static bool Same(string left, string right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
            if (Plain(left[i]) != Plain(right[i]))
                return false;
        return true;
    }

    private static char Plain(char character) => character == '-' ? ' ' : char.ToLowerInvariant(character);
}
