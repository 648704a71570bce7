using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PolicyAsCode.Language.Difference;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Tests.Difference;

/// <summary>Laws of the difference, tried on arbitrary pairs of policies.</summary>
public sealed class DifferenceProperties
{
    private static readonly Vocabulary s_terms = BuiltInVocabulary.Terms;
    private static readonly FileLocation s_nowhere = new("x.policy.yaml", default);

    private static readonly ImmutableArray<Term> s_categories = Terms(
        TermKind.Category, "contact", "contact.email", "contact.phone", "payment", "payment.method", "device.id");
    private static readonly ImmutableArray<Term> s_purposes = Terms(
        TermKind.Purpose, "communication", "customer-support", "security", "fraud-prevention", "promotion");
    private static readonly ImmutableArray<Term> s_recipients = Terms(
        TermKind.Recipient, "service-provider", "email-provider", "payment-provider", "business-partner");
    private static readonly ImmutableArray<Term> s_subjects = Terms(TermKind.Subject, "customer", "staff", "user");
    private static readonly ImmutableArray<Term> s_gates = Terms(TermKind.Gate, "consent", "age");
    private static readonly ImmutableArray<Term> s_sources = [.. s_terms.Terms(TermKind.Source).Take(4)];
    private static readonly ImmutableArray<Form> s_forms = [Form.Raw, Form.Pseudonymised, Form.Aggregated, Form.Anonymised];

    private static int s_place;

    private static readonly Gen<RetentionStatement?> s_keep =
        from kind in Gen.Choose(0, 3)
        from years in Gen.Choose(1, 3)
        from anchor in Gen.Elements<Term>(s_terms.Terms(TermKind.Anchor).Take(3))
        from then in Gen.Elements(RetentionAction.Erase, RetentionAction.Anonymise)
        select kind switch
        {
            0 => new RetentionStatement { NeverStored = true, Location = s_nowhere },
            1 => new RetentionStatement { AtLeast = new(years, DurationUnit.Years), From = anchor, Then = then, Location = s_nowhere },
            _ => new RetentionStatement { AtMost = new(years, DurationUnit.Years), From = anchor, Then = then, Location = s_nowhere },
        };

    private static readonly Gen<DataStatement> s_data =
        from category in Gen.Elements<Term>(s_categories)
        from purposes in Gen.SubListOf<Term>(s_purposes)
        from subjects in Gen.SubListOf<Term>(s_subjects)
        from sources in Gen.SubListOf<Term>(s_sources)
        from keep in s_keep
        from protect in Gen.SubListOf(Protection.EncryptedAtRest, Protection.RedactedInLogs)
        select new DataStatement
        {
            Category = category, Purposes = [.. purposes], Subjects = [.. subjects.Take(1)], Collected = [.. sources], Keep = keep,
            Protect = [.. protect], Location = Somewhere(),
        };

    private static readonly Gen<PurposeStatement> s_purpose =
        from purpose in Gen.Elements<Term>(s_purposes)
        from basis in Gen.Elements(LawfulBasis.Consent, LawfulBasis.Contract)
        from form in Gen.Elements<Form>([Form.Raw, .. s_forms])
        from objection in Gen.Elements<bool?>(null, true, false)
        select new PurposeStatement { Purpose = purpose, Basis = basis, As = form, Objection = objection, Location = Somewhere() };

    private static readonly Gen<RecipientStatement> s_recipient =
        from recipient in Gen.Elements<Term>(s_recipients)
        from receives in Gen.SubListOf<Term>(s_categories)
        from purposes in Gen.SubListOf<Term>(s_purposes)
        from form in Gen.Elements<Form>([Form.Raw, .. s_forms])
        from action in Gen.Elements(RecipientAction.Share, RecipientAction.Share, RecipientAction.Sell, RecipientAction.Rent)
        from after in Gen.Elements<Term?>([null, .. s_gates])
        from regions in Gen.SubListOf("ID", "EU")
        select new RecipientStatement
        {
            Recipient = recipient, Receives = [.. receives], Purposes = [.. purposes], As = form, Action = action, After = after,
            Regions = [.. regions], Location = Somewhere(),
        };

    private static readonly Gen<Prohibition> s_never =
        from action in Gen.Elements("use", "disclose", "sell", "store", "log", "collect")
        from category in Gen.Elements<Term?>([null, .. s_categories])
        from purpose in Gen.Elements<Term?>([null, null, .. s_purposes])
        from recipient in Gen.Elements<Term?>([null, null, .. s_recipients])
        select new Prohibition
        {
            Action = action, Category = category, Purpose = purpose, Recipient = action is "disclose" or "sell" ? recipient : null,
            Location = Somewhere(),
        };

    private static readonly Gen<RightStatement> s_right =
        from right in Gen.Elements("access", "erasure")
        from days in Gen.Choose(1, 3)
        from confirm in Gen.Elements(true, false)
        from notify in Gen.SubListOf("email", "sms")
        select new RightStatement { Right = right, Within = new(days, DurationUnit.Days), Confirm = confirm, Notify = [.. notify], Location = Somewhere() };

    private static readonly Gen<PolicyModel> s_policies =
        from data in Few(s_data, 8)
        from purposes in Few(s_purpose, 3)
        from recipients in Few(s_recipient, 4)
        from never in Few(s_never, 2)
        from rights in Few(s_right, 2)
        from subjects in Gen.SubListOf<Term>(s_subjects)
        select new PolicyModel
        {
            Header = new("x", "X", 1, null, null, s_nowhere),
            Controller = new("X", null, null, "UTC"),
            Vocabulary = s_terms,
            Data = [.. data],
            Purposes = [.. purposes.DistinctBy(one => one.Purpose)],
            Recipients = [.. recipients.DistinctBy(one => one.Recipient)],
            Never = [.. never],
            Rights = [.. rights.DistinctBy(one => one.Right)],
            Subjects = [.. subjects.Select(subject => new SubjectStatement { Subject = subject, Location = Somewhere() })],
        };

    // Two unrelated policies differ in everything: most pairs are a policy and a slight edit of it.
    private static readonly Gen<(PolicyModel Old, PolicyModel New)> s_pairs =
        from policy in s_policies
        from other in s_policies
        from edit in Gen.Choose(0, 9)
        from place in Gen.Choose(0, 100)
        select (policy, edit switch
        {
            0 => other,
            1 => policy with { Data = Without(policy.Data, place) },
            2 => policy with { Data = policy.Data.AddRange(other.Data.Take(1)) },
            3 => policy with { Recipients = other.Recipients },
            4 => policy with { Never = other.Never },
            5 => policy with { Purposes = other.Purposes },
            6 => policy with { Never = Without(policy.Never, place), Recipients = Without(policy.Recipients, place) },
            7 => policy with { Recipients = [.. policy.Recipients.Select(one => one with { Action = RecipientAction.Share, After = null })] },
            8 => policy with { Data = [.. policy.Data.Select(one => one with { Purposes = [.. one.Purposes.Skip(1)], Category = one.Category.Broader ?? one.Category })] },
            _ => policy with { Data = [.. policy.Data.Select(one => one with { Purposes = [.. one.Purposes.Skip(1)] })], Never = policy.Never.AddRange(other.Never), Recipients = Without(policy.Recipients, place) },
        });

    [Fact]
    public void Of_a_policy_with_itself_it_is_empty() => Prop.ForAll(s_policies.ToArbitrary(), policy =>
        PolicyDifference.Between(policy, policy).IsEmpty).QuickCheckThrowOnFailure();

    [Fact]
    public void The_other_way_round_each_loosening_is_a_tightening() => Check(s_pairs, 300, pair =>
    {
        var there = PolicyDifference.Between(pair.Old, pair.New).Changes;
        var back = PolicyDifference.Between(pair.New, pair.Old).Changes;
        var expected = there.Select(change => (change.Part, change.Key, change.Field, Mirrored(change.Direction))).Order().ToArray();
        var actual = back.Select(change => (change.Part, change.Key, change.Field, change.Direction)).Order().ToArray();
        Assert.True(expected.SequenceEqual(actual), $"{Shown(there)}\nand back\n{Shown(back)}");
    });

    [Fact]
    public void Without_a_loosening_nothing_is_allowed_that_was_not() => Check(s_pairs, 500, pair =>
    {
        var changes = PolicyDifference.Between(pair.Old, pair.New).Changes;
        if (changes.Any(change => change.Direction == ChangeDirection.Loosening))
            return;
        var news = Allowed(pair.New).Except(Allowed(pair.Old)).ToArray();
        Assert.True(news.Length == 0, $"{string.Join("\n", news.Take(5))}\nand the difference is\n{Shown(changes)}");
    });

    [Fact]
    public void Without_a_difference_in_meaning_the_same_is_allowed() => Check(s_pairs, 300, pair =>
    {
        var changes = PolicyDifference.Between(pair.Old, pair.New).Changes;
        if (changes.Any(change => change.Direction != ChangeDirection.Neutral))
            return;
        Assert.Equal(Allowed(pair.Old).Order(StringComparer.Ordinal), Allowed(pair.New).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void One_more_prohibition_never_loosens() => Check(
        from policy in s_policies
        from never in s_never
        select (policy, never), 300, one =>
            Assert.DoesNotContain(
                PolicyDifference.Between(one.policy, one.policy with { Never = one.policy.Never.Add(one.never) }).Changes,
                change => change.Direction == ChangeDirection.Loosening));

    [Fact]
    public void One_more_grant_refuses_nothing() => Check(
        from policy in s_policies
        from data in s_data
        from recipient in s_recipient
        select (policy, data with { Subjects = [] }, recipient), 300, one =>
        {
            var (policy, data, recipient) = one;
            var more = policy with { Data = policy.Data.Add(data), Recipients = policy.Recipients.Add(recipient) };
            bool Asked(string allowed) => allowed.StartsWith("use", StringComparison.Ordinal) || allowed.StartsWith("disclose", StringComparison.Ordinal);
            var gone = Allowed(policy, subjects: false).Where(Asked).Except(Allowed(more, subjects: false)).ToArray();
            Assert.True(gone.Length == 0, string.Join("\n", gone.Take(5)));
        });

    [Fact]
    public void Broader_and_narrower_agree() => Check(s_policies, 300, policy =>
    {
        var evaluator = new PolicyEvaluator(policy with { Never = [], Purposes = [] });
        foreach (var (category, recipient, purpose, form) in
            from category in s_categories from recipient in s_recipients from purpose in s_purposes from form in s_forms select (category, recipient, purpose, form))
        {
            if (!evaluator.MayDisclose(category, recipient, purpose, form).IsAllowed)
                continue;
            Assert.All(s_categories.Where(one => one.IsWithin(category)), one => Assert.True(evaluator.MayDisclose(one, recipient, purpose, form).IsAllowed));
            Assert.All(s_recipients.Where(one => one.IsWithin(recipient)), one => Assert.True(evaluator.MayDisclose(category, one, purpose, form).IsAllowed));
            Assert.All(s_purposes.Where(one => one.IsWithin(purpose)), one => Assert.True(evaluator.MayDisclose(category, recipient, one, form).IsAllowed));
            Assert.All(s_forms.Where(one => one > form), one => Assert.True(evaluator.MayDisclose(category, recipient, purpose, one).IsAllowed));
        }
    });

    // Everything that a policy allows, with the proofs under which it does: to need one less is to allow more.
    private static IEnumerable<string> Allowed(PolicyModel policy, bool subjects = true)
    {
        var evaluator = new PolicyEvaluator(policy);
        foreach (var category in s_categories)
        {
            foreach (var (purpose, form) in from purpose in s_purposes from form in s_forms select (purpose, form))
            {
                foreach (var subject in subjects ? s_subjects.Append(null!) : [null!])
                    if ((subject is null || evaluator.StatementOn(category, subject) is not null)
                        && evaluator.MayUse(category, purpose, subject, form) is { IsAllowed: true } use)
                        foreach (var proofs in Proofs(use))
                            yield return $"use {category} of {subject} for {purpose} as {form}{proofs}";
                foreach (var recipient in s_recipients)
                    if (evaluator.MayDisclose(category, recipient, purpose, form) is { IsAllowed: true } disclosure)
                        foreach (var proofs in Proofs(disclosure))
                            yield return $"disclose {category} to {recipient} for {purpose} as {form}{proofs}";
            }
            foreach (var source in s_sources)
                if (evaluator.MayCollect(category, source).IsAllowed)
                    yield return $"collect {category} at {source}";
            foreach (var action in new[] { RecipientAction.Sell, RecipientAction.Rent })
                foreach (var recipient in s_recipients.Append(null))
                    if (evaluator.MayTransferAs(action, category, recipient).IsAllowed)
                        yield return $"{action} {category} to {recipient}";
            if (evaluator.MayCollect(category).IsAllowed)
                yield return $"collect {category}";
            if (evaluator.MayStore(category).IsAllowed)
                yield return $"store {category}";
            if (evaluator.MayLog(category).IsAllowed)
                yield return $"log {category}";
        }
    }

    // Under every set of proofs that holds those that are needed.
    private static IEnumerable<string> Proofs(Decision decision)
    {
        string[] gates = ["consent", "age", "no-objection"];
        for (var set = 0; set < 8; set++)
        {
            var given = gates.Where((_, i) => (set >> i & 1) != 0).ToArray();
            if (decision.Ways.Any(way => way.All(gate => given.Contains(gate.Key))))
                yield return $" given {string.Join(" ", given)}";
        }
    }

    private static void Check<T>(Gen<T> cases, int tries, Action<T> holds) =>
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            holds(one);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tries));

    private static Gen<IReadOnlyList<T>> Few<T>(Gen<T> one, int most) =>
        from all in Gen.ListOf(one) select (IReadOnlyList<T>)[.. all.Take(most)];

    private static ImmutableArray<T> Without<T>(ImmutableArray<T> all, int place) => all.IsEmpty ? all : all.RemoveAt(place % all.Length);

    private static ChangeDirection Mirrored(ChangeDirection direction) => direction switch
    {
        ChangeDirection.Loosening => ChangeDirection.Tightening,
        ChangeDirection.Tightening => ChangeDirection.Loosening,
        _ => direction,
    };

    private static string Shown(IEnumerable<PolicyChange> changes) =>
        string.Join("\n", changes.Select(change => $"{change.Direction} {change.Part} {change.Field}: {change.Text}"));

    private static FileLocation Somewhere() =>
        new("x.policy.yaml", new(new(Interlocked.Increment(ref s_place), 0), new(s_place, 1), s_place * 10, 1));

    private static ImmutableArray<Term> Terms(TermKind kind, params string[] keys) => [.. keys.Select(key => s_terms.Find(kind, key)!)];
}
