using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Generators.Policy;

/// <summary>Reduces a compiled policy to its <see cref="PolicyFacts"/>.</summary>
internal static class PolicyFactsReader
{
    /// <summary>The facts; null where there is no policy of that name.</summary>
    public static PolicyFacts? Read(CompiledPolicy compiled)
    {
        if (compiled.Model is not { } policy)
            return null;

        var evaluator = new PolicyEvaluator(policy);
        var subjects = policy.Subjects.Select(statement => statement.Subject)
            .Concat(policy.Data.SelectMany(statement => statement.Subjects))
            .Distinct().OrderBy(subject => subject.Key, StringComparer.Ordinal).ToList();
        var categories = policy.Vocabulary.Terms(TermKind.Category)
            .OrderBy(category => category.Key, StringComparer.Ordinal)
            .Select(category => Category(category));
        return new(
            policy.Header.Name, policy.Controller.TimeZone,
            categories.Where(category => category.Retentions.Count > 0 || category.Identifies).ToEquatable(),
            compiled.Bindings.Types.Select(Type).ToEquatable());

        CategoryFacts Category(Term category) => new(
            category.Key, category.Identifies,
            (evaluator.StatementOn(category)?.Subjects.Select(subject => subject.Key) ?? []).ToEquatable(),
            subjects.Append(null)
                .Select(subject => evaluator.RetentionOf(category, subject) is { } keep
                    ? new RetentionFacts(subject?.Key, Rule(keep, category))
                    : null)
                .OfType<RetentionFacts>().ToEquatable());

        RetentionRule Rule(RetentionStatement keep, Term category)
        {
            var statement = policy.Data.FirstOrDefault(data => ReferenceEquals(data.Keep, keep));
            var clauses = keep.Clauses.IsEmpty && statement is not null ? statement.Clauses : keep.Clauses;
            return new(
                (statement?.Category ?? category).Key, keep.NeverStored, keep.AtMost, keep.AtLeast, keep.From?.Key,
                keep.Then, keep.Because, keep.IsDecision, clauses.ToEquatable(), Text(keep.Location));
        }
    }

    private static TypeFacts Type(TypeBinding binding) => new(
        binding.Type, binding.Subject?.Key,
        binding.Members
            .Select(member => new MemberFacts(
                member.Member, member.Categories.Select(category => category.Key).ToEquatable()))
            .ToEquatable());

    /// <summary>File and line without the machine's folders: generated code must be the same on every machine.</summary>
    private static string Text(FileLocation location)
    {
        var path = location.Path.Replace('\\', '/');
        var folder = path.LastIndexOf("/policies/", StringComparison.Ordinal);
        var start = folder >= 0 ? folder + 1 : path.LastIndexOf('/') + 1;
        return FormattableString.Invariant($"{path.Substring(start)}:{location.Range.Start.Line + 1}");
    }
}
