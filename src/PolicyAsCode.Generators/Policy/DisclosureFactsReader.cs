using System.Collections.Immutable;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>Reduces a compiled policy to its <see cref="DisclosureFacts"/>.</summary>
internal static class DisclosureFactsReader
{
    /// <summary>The facts; null where there is no policy of that name.</summary>
    public static DisclosureFacts? Read(CompiledPolicy compiled)
    {
        if (compiled.Model is not { } policy)
            return null;

        var evaluator = new PolicyEvaluator(policy);
        var subjects = policy.Vocabulary.Terms(TermKind.Subject);
        var purposes = policy.Data.SelectMany(data => data.Purposes).Distinct().ToList();
        var sources = policy.Data.SelectMany(data => data.Collected).Distinct().ToList();
        var words = purposes.Concat(sources).Concat(subjects)
            .Concat(policy.Recipients.Select(recipient => recipient.Recipient))
            .Concat(policy.Data.Select(data => data.Keep?.From).OfType<Term>())
            .Distinct().Select(Words);
        return new(
            policy.Header.Name, policy.Header.Version, policy.Controller.Name, policy.Controller.Email, policy.Controller.Phone,
            policy.Controller.Officer,
            policy.Vocabulary.Terms(TermKind.Category).Select(Category).ToEquatable(), words.ToEquatable(),
            policy.Data.Select(data => Data(data, subjects)).ToEquatable(),
            purposes.Select(purpose => evaluator.StatementOnPurpose(purpose) is { Basis: { } basis } ? new PurposeFacts(purpose.Key, basis) : null)
                .OfType<PurposeFacts>().ToEquatable(),
            policy.Recipients.Select(Recipient).ToEquatable(),
            sources.Select(source => Origin(policy, source) is { } from ? new SourceFacts(source.Key, from) : null)
                .OfType<SourceFacts>().ToEquatable(),
            policy.Rights.Select(right => right.Right).Distinct().ToEquatable());
    }

    private static TermWords Words(Term term) => new(term.Kind, term.Key, term.Label, term.LabelInIndonesian);

    private static CategoryWords Category(Term term) =>
        new(Words(term), term.Definition, term.DefinitionInIndonesian, term.Broader?.Key);

    private static DataFacts Data(DataStatement data, ImmutableArray<Term> subjects) => new(
        data.Category.Key,
        data.Subjects.IsEmpty ? EquatableArray<string>.Empty : subjects.Where(data.IsAbout).Select(subject => subject.Key).ToEquatable(),
        Keys(data.Purposes), Keys(data.Collected), data.Clauses.ToEquatable())
    {
        Keep = data.Keep is { } keep
            ? new(keep.NeverStored, keep.AtMost?.ToString(), keep.AtLeast?.ToString(), keep.From?.Key, keep.Then,
                keep.Because?.ToString(), keep.Because?.In(MessageLanguage.Indonesian))
            : null,
    };

    private static RecipientFacts Recipient(RecipientStatement recipient) => new(
        recipient.Recipient.Key, Keys(recipient.Receives), Keys(recipient.Purposes), recipient.OnLegalRequest,
        recipient.Regions.ToEquatable(), recipient.Safeguard);

    private static SourceOrigin? Origin(PolicyModel policy, Term source) => source.SelfAndBroader()
        .Select(term => policy.Sources.FirstOrDefault(statement => statement.Source == term)?.From)
        .FirstOrDefault(from => from is not null);

    private static EquatableArray<string> Keys(ImmutableArray<Term> terms) => terms.Select(term => term.Key).ToEquatable();
}
