using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>The kinds of values that keys have.</summary>
internal static class Values
{
    public static readonly Value<string> Text = new TextValue("a text", null);

    public static readonly Value<string> Name =
        new TextValue("a name of small letters, digits and '-'",
            new("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant));

    public static readonly Value<string> TimeZone = new TimeZoneValue();

    public static readonly Value<string> Rule = new RuleValue();

    public static readonly Value<int> Number = new NumberValue();

    public static readonly Value<bool> Flag = new ChoiceValue<bool>(("true", true), ("false", false));

    public static readonly Value<CalendarDate> Date = new DateValue(withTime: false);

    public static readonly Value<CalendarDate> DateOrTime = new DateValue(withTime: true);

    public static readonly Value<Duration> Duration = new DurationValue(PolicyRules.WrongValue);

    /// <summary>A duration whose lack of concreteness is a rule of its own.</summary>
    public static readonly Value<Duration> Retention = new DurationValue(PolicyRules.RetentionNotConcrete);

    /// <summary>Whatever stands there; the binder looks at it.</summary>
    public static readonly Value<SyntaxNode> Anything = new NodeValue();

    public static Value<T> Choice<T>(params (string Word, T Meaning)[] choices) => new ChoiceValue<T>(choices);

    public static Value<string> Word(params string[] words) =>
        new ChoiceValue<string>(words.Select(word => (word, word)).ToArray());

    public static Value<ImmutableArray<Located<T>>> List<T>(Value<T> item) => new ListValue<T>(item);

    public static Value<Term> Term(TermKind kind) => new TermValue(kind);

    private sealed class TextValue(string expectation, Regex? pattern) : ScalarValue<string>
    {
        public override string Expectation => expectation;

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
        {
            value = scalar.Value;
            return (!string.IsNullOrWhiteSpace(value) && pattern?.IsMatch(value) != false) || Refuse(scalar, context);
        }
    }

    private sealed class RuleValue : ScalarValue<string>
    {
        public override string Expectation => "the id of a rule such as PAC3001";

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
        {
            value = scalar.Value;
            if (PolicyRules.All.Contains(value))
                return true;
            if (scalar.IsMissing)
                return Refuse(scalar, context);
            var nearest = context.MaySuggest ? Nearest.To(value, PolicyRules.All) : null;
            context.Report(PolicyRules.WrongValue, scalar.Range,
                $"'{value}' is no rule. {Nearest.Question(nearest, $"Write {Expectation}.")}");
            return false;
        }
    }

    private sealed class NumberValue : ScalarValue<int>
    {
        public override string Expectation => "a whole number from 1";

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out int value) =>
            (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0)
            || Refuse(scalar, context);
    }

    private sealed class DateValue(bool withTime) : ScalarValue<CalendarDate>
    {
        public override string Expectation => withTime
            ? "a date such as 2027-06-01, or a time such as 2027-06-01T21:00:00+07:00,"
            : "a date such as 2027-06-01";

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out CalendarDate value) =>
            CalendarDate.TryParse(scalar.Value, out value)
            || (withTime && IsTime(scalar.Value) && CalendarDate.TryParse(scalar.Value.Substring(0, 10), out value))
            || Refuse(scalar, context);

        private static bool IsTime(string text) =>
            DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"],
                CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private sealed class DurationValue(string rule) : ScalarValue<Duration>
    {
        public override string Expectation => "a duration such as '18 months', '30 business days' or 'P18M'";

        public override string Rule => rule;

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out Duration value)
        {
            if (Model.Duration.TryParse(scalar.Value, out value))
                return true;
            var meant = MeantDuration.Of(scalar.Value);
            context.Report(rule, scalar.Range, meant is not null
                ? $"'{scalar.Value}' is not in the words of a policy. Write '{meant}'."
                : rule == PolicyRules.RetentionNotConcrete
                    ? $"{VagueDuration.Question(scalar.Value)} Write {Expectation}."
                    : $"'{scalar.Value}' stands where {Expectation} belongs.");
            return false;
        }
    }

    private sealed class ChoiceValue<T>(params (string Word, T Meaning)[] choices) : ScalarValue<T>
    {
        public override string Expectation => choices.Length == 1
            ? $"'{choices[0].Word}'"
            : $"one of {string.Join(", ", choices.Select(choice => $"'{choice.Word}'"))}";

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out T value)
        {
            foreach (var (word, meaning) in choices)
                if (word == scalar.Value)
                {
                    value = meaning;
                    return true;
                }
            value = default!;
            var nearest = Nearest.To(scalar.Value, choices.Select(choice => choice.Word));
            context.Report(PolicyRules.WrongValue, scalar.Range,
                $"'{scalar.Value}' stands where {Expectation} belongs."
                + $"{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
            return false;
        }
    }

    private sealed class NodeValue : Value<SyntaxNode>
    {
        public override string Expectation => "a group of keys";

        public override bool TryRead(SyntaxNode node, BindingContext context, out SyntaxNode value)
        {
            value = node;
            return true;
        }
    }

    // One value stands for a list of one; an item that cannot be read is left out.
    private sealed class ListValue<T>(Value<T> item) : Value<ImmutableArray<Located<T>>>
    {
        public override string Expectation => $"{item.Expectation}, or a list of such,";

        public override bool TryRead(SyntaxNode node, BindingContext context, out ImmutableArray<Located<T>> value)
        {
            var nodes = node is SequenceNode sequence ? sequence.Items : [node];
            var read = ImmutableArray.CreateBuilder<Located<T>>();
            var seen = new HashSet<T>();
            foreach (var one in nodes)
            {
                if (!item.TryRead(one, context, out var found))
                    continue;
                if (!seen.Add(found))
                    context.Report(PolicyRules.Duplicate, one.Range,
                        $"{one.Description} stands in this list twice. Remove one.");
                else
                    read.Add(new(found, context.Locate(one.Range)));
            }
            value = read.ToImmutable();
            return true;
        }
    }
}
