using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Reads <c>NAME.tests.yaml</c>: what the officer expects of the policy, one question and its answer a line:
/// <code>
/// tests: corner-shop
/// expect:
///   - { use: contact.email, for: promotion, answer: refused }
/// </code>
/// The key that asks says which other keys the line can have.
/// </summary>
internal sealed class TestsBinder(BindingContext context)
{
    private static readonly Key<string> s_tests = new("tests", Values.Name, Message.Of("Tests.KeyTests"));

    private static readonly Key<Answer> s_answer = new("answer", Values.Choice(
        ("allowed", Answer.Allowed), ("refused", Answer.Refused), ("unknown", Answer.Unknown)),
        Message.Of("Tests.KeyAnswer"));
    private static readonly Key<Term> s_of = new("of", Values.Term(TermKind.Subject), Message.Of("Tests.KeyOf"));
    private static readonly Key<Term> s_for = new("for", Values.Term(TermKind.Purpose), Message.Of("Tests.KeyFor"));
    private static readonly Key<Term> s_to = new("to", Values.Term(TermKind.Recipient), Message.Of("Tests.KeyTo"));
    private static readonly Key<Form> s_as = new("as", RecipientBinder.Forms, Message.Of("Tests.KeyAs"));
    private static readonly Key<Term> s_at = new("at", Values.Term(TermKind.Source), Message.Of("Tests.KeyAt"));
    private static readonly Key<Located<Term>[]> s_given =
        new("given", Values.List(Values.Term(TermKind.Gate)), Message.Of("Tests.KeyGiven"));
    private static readonly Key<Duration> s_atMost = new("for", Values.Duration, Message.Of("Tests.KeyAtMost"));
    private static readonly Key<Duration> s_atLeast =
        new("at-least", Values.Duration, Message.Of("Tests.KeyAtLeast"));
    private static readonly Key<Term> s_from = new("from", Values.Term(TermKind.Anchor), Message.Of("Tests.KeyFrom"));
    private static readonly Key<RetentionAction> s_then =
        new("then", RetentionBinder.Actions, Message.Of("Tests.KeyThen"));
    private static readonly Key<Duration> s_within = new("within", Values.Duration, Message.Of("Tests.KeyWithin"));

    private static readonly Key<Term> s_use = Data("use", Message.Of("Tests.KeyUse"));
    private static readonly Key<Term> s_disclose = Data("disclose", Message.Of("Tests.KeyDisclose"));
    private static readonly Key<Term> s_collect = Data("collect", Message.Of("Tests.KeyCollect"));
    private static readonly Key<Term> s_store = Data("store", Message.Of("Tests.KeyStore"));
    private static readonly Key<Term> s_log = Data("log", Message.Of("Tests.KeyLog"));
    private static readonly Key<Term> s_sell = Data("sell", Message.Of("Tests.KeySell"));
    private static readonly Key<Term> s_rent = Data("rent", Message.Of("Tests.KeyRent"));
    private static readonly Key<Term> s_trade = Data("trade", Message.Of("Tests.KeyTrade"));
    private static readonly Key<Term> s_keep = Data("keep", Message.Of("Tests.KeyKeep"));
    private static readonly Key<string> s_right = new("right", RightBinder.Rights, Message.Of("Tests.KeyRight"));

    // Each key that asks, with the keys that its line can have.
    private static readonly ImmutableArray<Asking> s_asking =
    [
        new Asking<Term>(s_use, Message.Of("Tests.ShapeUse"), [s_of, s_for, s_as, s_given, s_answer],
            (category, fields, binder) =>
                binder.TryRequire(fields, s_for, out var purpose) & TryNarrow(fields, s_of, out var subject)
                    ? new UseQuestion(category, subject, purpose, fields.Read(s_as), fields.Read(s_given).Values())
                    : null),
        new Asking<Term>(s_disclose, Message.Of("Tests.ShapeDisclose"), [s_of, s_to, s_for, s_as, s_given, s_answer],
            (category, fields, binder) =>
                binder.TryRequire(fields, s_to, out var recipient) & binder.TryRequire(fields, s_for, out var purpose)
                & TryNarrow(fields, s_of, out var subject)
                    ? new DiscloseQuestion(
                        category, subject, recipient, purpose, fields.Read(s_as), fields.Read(s_given).Values())
                    : null),
        new Asking<Term>(s_collect, Message.Of("Tests.ShapeCollect"), [s_of, s_at, s_answer], (category, fields, _) =>
            TryNarrow(fields, s_of, out var subject) & TryNarrow(fields, s_at, out var source)
                ? new CollectQuestion(category, subject, source)
                : null),
        new Asking<Term>(s_store, Message.Of("Tests.ShapeStore"), [s_answer],
            (category, _, _) => new StoreQuestion(category)),
        new Asking<Term>(s_log, Message.Of("Tests.ShapeLog"), [s_answer],
            (category, _, _) => new LogQuestion(category)),
        new Asking<Term>(s_sell, Message.Of("Tests.ShapeSell"), [s_to, s_answer], Transfer(RecipientAction.Sell)),
        new Asking<Term>(s_rent, Message.Of("Tests.ShapeRent"), [s_to, s_answer], Transfer(RecipientAction.Rent)),
        new Asking<Term>(s_trade, Message.Of("Tests.ShapeTrade"), [s_to, s_answer], Transfer(RecipientAction.Trade)),
        new Asking<Term>(s_keep, Message.Of("Tests.ShapeKeep"), [s_of, s_atMost, s_atLeast, s_from, s_then],
            (category, fields, _) =>
                TryNarrow(fields, s_of, out var subject) & TryNarrow(fields, s_from, out var from)
                    ? new KeepQuestion(
                        category, subject, Given(fields, s_atMost), Given(fields, s_atLeast), from,
                        Given(fields, s_then))
                    : null),
        new Asking<string>(s_right, Message.Of("Tests.ShapeRight"), [s_within],
            (right, fields, _) => new RightQuestion(right, Given(fields, s_within))),
    ];

    private static readonly Key<SyntaxNode> s_expect = new("expect",
        Groups.Or(new Written.List(new Written.Either(
            [.. s_asking.Select(asking => new Written.Group(asking.Shape))]))),
        Message.Of("Tests.KeyExpect"));

    /// <summary>The keys of such a file.</summary>
    public static readonly Shape Shape = new(Message.Of("Tests.ShapeFile"), s_tests, s_expect);

    /// <summary>Reads files that belong to one policy, together.</summary>
    public static ImmutableArray<Expectation> Bind(
        IEnumerable<SyntaxTree> files, Vocabulary vocabulary, ICollection<PolicyDiagnostic> mistakes)
    {
        var all = ImmutableArray.CreateBuilder<Expectation>();
        foreach (var file in files)
        {
            var context = new BindingContext(file.Path, vocabulary, mistakes);
            var head = file.Root.Entries.IsEmpty ? file.Root.Range : file.Root.Entries[0].Key.Range;
            var root = Fields.Read(file.Root, Shape, head, context);
            EmptySections.Report(root, Shape, context);
            root.TryRequire(s_tests, Message.Of("Tests.TheFile"), out _);
            var binder = new TestsBinder(context);
            foreach (var item in Items.Of(root.Node(s_expect), Message.Of("Tests.Expectations"), context))
                if (binder.Bind(item) is { } expectation)
                    all.Add(expectation);
        }
        return all.ToImmutable();
    }

    private void ReportNoQuestion(SyntaxNode item, ImmutableArray<MappingEntry> entries)
    {
        var questions = s_asking.Select(one => one.Key.Name).ToArray();
        // A key that any question has is no question misspelt.
        foreach (var entry in entries)
            if (s_asking.All(one => one.Shape.Keys.All(key => key.Name != entry.Key.Value))
                && Nearest.To(entry.Key.Value, questions) is { } meant)
            {
                context.Report(PolicyRules.MissingPart, entry.Key.Range,
                    Message.Of("Tests.NoQuestion", entry.Key.Value, meant));
                return;
            }
        context.Report(PolicyRules.MissingPart, Items.Head(item), Message.Of("Tests.AsksNothing", questions));
    }

    private Expectation? Bind(SyntaxNode item)
    {
        if (item is not MappingNode { Entries: var entries })
        {
            Fields.Read(item, s_asking[0].Shape, item.Range, context);
            return null;
        }
        var asking = s_asking.FirstOrDefault(one => entries.Any(entry => entry.Key.Value == one.Key.Name));
        if (asking is null)
        {
            if (!item.IsDamaged)
                ReportNoQuestion(item, entries);
            return null;
        }

        var refused = context.Refused;
        var fields = Fields.Read(item, asking.Shape, Items.Head(item), context);
        var clauses = fields.Read(StatementKeys.Clause).Values();
        var answer = Answer.Allowed;
        var isAnswered = !asking.Shape.Keys.Contains(s_answer) || TryRequire(fields, s_answer, out answer);
        var place = entries.First(entry => entry.Key.Value == asking.Key.Name);
        // Without a part that could not be read, another question would be asked than the one that is written.
        return asking.Ask(fields, this) is { } question && isAnswered && context.Refused == refused
            ? new(question, answer, clauses, context.Locate(Items.Head(place)))
            : null;
    }

    private static Func<Term, Fields, TestsBinder, Question?> Transfer(RecipientAction action) =>
        (category, fields, _) => TryNarrow(fields, s_to, out var recipient)
            ? new TransferQuestion(action, category, recipient)
            : null;

    private static Key<Term> Data(string name, Message summary) => new(name, Values.Term(TermKind.Category), summary);

    private static T? Given<T>(Fields fields, Key<T> key) where T : struct =>
        fields.TryRead(key, out var value) ? value : null;

    private bool TryRequire<T>(Fields fields, Key<T> key, out T value) =>
        fields.TryRequire(key, Message.Of("Tests.ThisExpectation"), out value);

    private static bool TryNarrow(Fields fields, Key<Term> key, out Term? term) =>
        fields.TryRead(key, out term!) || !fields.Has(key);

    private abstract class Asking(Key key, Message shape, Key[] keys)
    {
        public Key Key { get; } = key;

        public Shape Shape { get; } = new(shape, [StatementKeys.Clause, key, .. keys]);

        public abstract Question? Ask(Fields fields, TestsBinder binder);
    }

    private sealed class Asking<T>(
        Key<T> key, Message shape, Key[] keys, Func<T, Fields, TestsBinder, Question?> question)
        : Asking(key, shape, keys)
    {
        public override Question? Ask(Fields fields, TestsBinder binder) =>
            fields.TryRead(key, out var about) ? question(about, fields, binder) : null;
    }
}
