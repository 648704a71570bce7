using PolicyAsCode.Language;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>Reduces a compiled policy to its <see cref="PolicyFacts"/>.</summary>
internal static class PolicyFactsReader
{
    private static readonly TermKind[] s_kindsInCode = [TermKind.Category, TermKind.Subject, TermKind.Anchor];

    /// <summary>The facts; null where there is no policy of that name.</summary>
    public static PolicyFacts? Read(CompiledPolicy compiled)
    {
        if (compiled.Model is not { } policy)
            return null;

        var evaluator = new PolicyEvaluator(policy);
        var subjects = policy.Vocabulary.Terms(TermKind.Subject)
            .OrderBy(subject => subject.Key, StringComparer.Ordinal).ToList();
        var categories = policy.Vocabulary.Terms(TermKind.Category)
            .OrderBy(category => category.Key, StringComparer.Ordinal)
            .Select(Category);
        return new(
            policy.Header.Name, policy.Controller.TimeZone,
            categories.Where(category => category.Retentions.Count > 0 || category.Identifies).ToEquatable(),
            compiled.Bindings.Types.Select(Type).ToEquatable())
        {
            Patterns = compiled.Bindings.Patterns
                .Select(pattern => new PatternFacts(pattern.Pattern, Member(pattern.Held, ""))).ToEquatable(),
            Attributes = compiled.Bindings.Attributes
                .Select(attribute => new AttributeFacts(attribute.Attribute, Member(attribute.Held, ""))).ToEquatable(),
            Libraries = LibraryModels.BuiltIn.KeptBy(policy, evaluator).Join(compiled.Libraries).Types.Select(Type).ToEquatable(),
            Rights = RightsFactsReader.Read(policy),
            Audit = AuditPolicyReader.Read(policy, evaluator),
            OwnTables = OwnTableReader.Read(policy, evaluator, Rule),
            Renamed = s_kindsInCode.SelectMany(kind => policy.Vocabulary.Terms(kind)).Where(term => term.ReplacedBy is not null)
                .Select(term => new RenamedTerm(term.Kind, term.Key, term.ReplacedBy!)).ToEquatable(),
        };

        CategoryFacts Category(Term category) => new(
            category.Key, category.Identifies,
            subjects.Where(subject => evaluator.StatementOn(category, subject) is not null)
                .Select(subject => subject.Key).ToEquatable(),
            subjects.Append(null)
                .Select(subject => evaluator.StatementOn(category, subject) is { Keep: { } keep } statement
                    ? new RetentionFacts(subject?.Key, Rule(statement, keep))
                    : null)
                .OfType<RetentionFacts>().ToEquatable());

        static RetentionRule Rule(DataStatement statement, RetentionStatement keep) => new(
            statement.Category.Key, keep.NeverStored, keep.AtMost, keep.AtLeast, keep.From?.Key, keep.Then, keep.Because?.ToString(),
            keep.IsDecision, (keep.Clauses.IsEmpty ? statement.Clauses : keep.Clauses).ToEquatable(), PolicyPlace.Text(keep.Location));
    }

    private static TypeFacts Type(TypeBinding binding) => new(
        binding.Type, binding.Subject?.Key,
        binding.Members.Select(member => Member(member, member.Member)).ToEquatable());

    private static MemberFacts Member(MemberBinding binding, string name) => new(
        name, binding.Categories.Select(category => category.Key).ToEquatable(),
        binding.Anchors.Select(anchor => anchor.Key).ToEquatable(), binding.IsLegalHold);
}
