using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;
using Outcome = PolicyAsCode.Language.Model.Outcome;

namespace PolicyAsCode.Language.Tests;

/// <summary>Laws that hold for every policy, tried on arbitrary ones.</summary>
public sealed class PolicyProperties
{
    private static readonly Vocabulary s_terms = BuiltInVocabulary.Terms;
    private static readonly FileLocation s_nowhere = new("x.policy.yaml", default);

    // Few categories, so that statements meet: a broad one, its narrower ones, and a stranger.
    private static readonly ImmutableArray<Term> s_categories =
    [
        .. new[] { "contact", "contact.email", "contact.phone", "payment", "payment.card-number", "device.id" }.Select(Category),
    ];

    private static readonly ImmutableArray<Term> s_purposes =
    [
        .. new[] { "communication", "customer-support", "security", "fraud-prevention", "promotion" }.Select(Purpose),
    ];

    private static readonly Gen<DataStatement> s_data =
        from category in Gen.Elements<Term>(s_categories)
        from purposes in Gen.SubListOf<Term>(s_purposes)
        select new DataStatement { Category = category, Purposes = purposes.ToImmutableArray(), Location = s_nowhere };

    private static readonly Gen<Prohibition> s_never =
        from category in Gen.OneOf(Gen.Constant<Term?>(null), Gen.Elements<Term?>(s_categories))
        from purpose in Gen.OneOf(Gen.Constant<Term?>(null), Gen.Elements<Term?>(s_purposes))
        select new Prohibition { Action = "use", Category = category, Purpose = purpose, Location = s_nowhere };

    private static readonly Gen<PolicyModel> s_granting =
        from data in Gen.ListOf(s_data)
        select new PolicyModel
        {
            Header = new("x", "X", 1, null, null, s_nowhere),
            Controller = new("X", null, null, "UTC"),
            Vocabulary = s_terms,
            Data = data.ToImmutableArray(),
        };

    private static readonly Gen<PolicyModel> s_policies =
        from policy in s_granting
        from never in Gen.OneOf(Gen.Constant<IEnumerable<Prohibition>>([]), Gen.NonEmptyListOf(s_never).Select(some => some.Take(3)))
        select policy with { Never = never.ToImmutableArray() };

    private static readonly Gen<(Term Category, Term Purpose)> s_uses =
        from category in Gen.Elements<Term>(s_categories)
        from purpose in Gen.Elements<Term>(s_purposes)
        select (category, purpose);

    [Fact]
    public void Closed_world_and_never_beats_every_grant() => Check(s_policies, (policy, use) =>
    {
        var granted = policy.Data.Any(data => use.Category.IsWithin(data.Category) && data.Purposes.Any(use.Purpose.IsWithin));
        var forbidden = policy.Never.Any(never =>
            (never.Category is null || use.Category.IsWithin(never.Category)) && (never.Purpose is null || use.Purpose.IsWithin(never.Purpose)));
        var known = policy.Data.Any(data => use.Category.IsWithin(data.Category));
        var expected = forbidden ? Outcome.Violation : granted ? Outcome.Allowed : known ? Outcome.Violation : Outcome.Gap;
        return new PolicyEvaluator(policy).MayUse(use.Category, use.Purpose).Outcome == expected;
    });

    [Fact]
    public void A_decision_gives_its_reasons() => Check(s_policies, (policy, use) =>
    {
        var decision = new PolicyEvaluator(policy).MayUse(use.Category, use.Purpose);
        return decision.Outcome switch
        {
            Outcome.Allowed => !decision.Because.IsEmpty && decision.Because.All(statement => statement is DataStatement data && data.Purposes.Any(use.Purpose.IsWithin)),
            Outcome.Violation => !decision.Because.IsEmpty,
            _ => decision.Because.IsEmpty,
        };
    });

    [Fact]
    public void Narrower_categories_and_purposes_inherit_what_is_granted() => Check(s_granting, (policy, use) =>
    {
        var evaluator = new PolicyEvaluator(policy);
        return !evaluator.MayUse(use.Category, use.Purpose).IsAllowed
            || (s_categories.Where(narrow => narrow.IsWithin(use.Category)).All(narrow => evaluator.MayUse(narrow, use.Purpose).IsAllowed)
                && s_purposes.Where(narrow => narrow.IsWithin(use.Purpose)).All(narrow => evaluator.MayUse(use.Category, narrow).IsAllowed));
    });

    [Fact]
    public void One_more_grant_takes_nothing_away_and_one_more_never_gives_nothing() => Prop.ForAll(
        (from policy in s_policies from use in s_uses from more in s_data from never in s_never select (policy, use, more, never)).ToArbitrary(),
        one =>
        {
            bool Allows(PolicyModel policy) => new PolicyEvaluator(policy).MayUse(one.use.Category, one.use.Purpose).IsAllowed;
            var before = Allows(one.policy);
            return (!before || Allows(one.policy with { Data = one.policy.Data.Add(one.more) }))
                && (before || !Allows(one.policy with { Never = one.policy.Never.Add(one.never) }));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_set_of_purposes_answers_like_each_question() => Check(s_policies, (policy, use) =>
    {
        var evaluator = new PolicyEvaluator(policy);
        return evaluator.PurposeSetOf(use.Category).Contains(use.Purpose) == evaluator.MayUse(use.Category, use.Purpose).IsAllowed;
    });

    [Fact]
    public void Sets_of_terms_are_sets()
    {
        var terms = Enumerable.Range(0, 150).Select(index => new Term
        {
            Kind = TermKind.Category, Index = index, Key = $"t{index}", Label = "", LabelInIndonesian = "", Definition = "", Location = s_nowhere,
        }).ToImmutableArray();
        var sets = Gen.SubListOf<Term>(terms).Select(some => some.ToHashSet());
        Prop.ForAll((from left in sets from right in sets from one in Gen.Elements<Term>(terms) select (left, right, one)).ToArbitrary(), pair =>
        {
            var (left, right) = (TermSet.Of(pair.left), TermSet.Of(pair.right));
            var union = left.Union(right);
            return left.Contains(pair.one) == pair.left.Contains(pair.one)
                && union.In(terms).ToHashSet().SetEquals(pair.left.Union(pair.right))
                && left.Covers(right) == pair.right.IsSubsetOf(pair.left)
                && (left == right) == pair.left.SetEquals(pair.right)
                && union == right.Union(left) && union.GetHashCode() == right.Union(left).GetHashCode()
                && left.Union(left) == left && left.IsEmpty == (pair.left.Count == 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_duration_is_read_as_it_is_written() => Prop.ForAll(
        (from count in Gen.Choose(1, 200) from unit in Gen.Elements(Enum.GetValues<DurationUnit>()) select new Duration(count, unit)).ToArbitrary(),
        duration => Duration.TryParse(duration.ToString(), out var read) && read == duration).QuickCheckThrowOnFailure();

    [Fact]
    public void A_date_is_read_as_it_is_written_and_followed_by_the_next() => Prop.ForAll(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber - 1).Select(DateOnly.FromDayNumber).ToArbitrary(),
        day =>
        {
            var date = new CalendarDate(day.Year, day.Month, day.Day);
            var next = day.AddDays(1);
            return CalendarDate.TryParse(date.ToString(), out var read) && read == date
                && date.NextDay() == new CalendarDate(next.Year, next.Month, next.Day) && date.CompareTo(date.NextDay()) < 0;
        }).QuickCheckThrowOnFailure();

    private static void Check(Gen<PolicyModel> policies, Func<PolicyModel, (Term Category, Term Purpose), bool> law) => Prop.ForAll(
        (from policy in policies from use in s_uses select (policy, use)).ToArbitrary(), one => law(one.policy, one.use))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Term Category(string key) => s_terms.Find(TermKind.Category, key)!;

    private static Term Purpose(string key) => s_terms.Find(TermKind.Purpose, key)!;
}
