using System.Collections.Immutable;
using System.Globalization;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>The kinds of values that keys have.</summary>
internal static class Values
{
    public static readonly Value<string> Text = new TextValue(Message.Of("Values.Text"));

    /// <summary>A text that other people read, in one language or in each.</summary>
    public static readonly Value<Message> Sentence = new SentenceValue();

    public static readonly Value<string> Name =
        new TextValue(Message.Of("Values.Name"), WordForms.NamePattern, WordForms.IsName);

    public static readonly Value<string> TimeZone = new TimeZoneValue();

    public static readonly Value<string> Rule = new RuleValue();

    public static readonly Value<int> Number = new NumberValue();

    public static readonly Value<bool> Flag = new ChoiceValue<bool>(("true", true), ("false", false));

    public static readonly Value<CalendarDate> Date = new DateValue();

    public static readonly Value<Moment> DateOrTime = new MomentValue();

    public static readonly Value<Duration> Duration = new DurationValue(PolicyRules.WrongValue);

    /// <summary>A duration whose lack of concreteness is a rule of its own.</summary>
    public static readonly Value<Duration> Retention = new DurationValue(PolicyRules.RetentionNotConcrete);

    public static Value<T> Choice<T>(params (string Word, T Meaning)[] choices) => new ChoiceValue<T>(choices);

    public static Value<string> Word(params string[] words)
    {
        var choices = new (string, string)[words.Length];
        for (var i = 0; i < words.Length; i++)
            choices[i] = (words[i], words[i]);
        return new ChoiceValue<string>(choices);
    }

    public static Value<Located<T>[]> List<T>(Value<T> item) => new ListValue<T>(item);

    public static Value<Term> Term(TermKind kind) => new TermValue(kind);

    private sealed class TextValue(Message expectation, string? pattern = null, Func<string, bool>? isRight = null)
        : ScalarValue<string>
    {
        public override Message Expectation => expectation;

        public override Written Written => new Written.Text(pattern);

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
        {
            // A block of text ends with the end of its line.
            value = scalar.IsQuoted ? scalar.Value.TrimEnd('\n') : scalar.Value;
            return (!string.IsNullOrWhiteSpace(value) && isRight?.Invoke(value) != false) || Refuse(scalar, context);
        }
    }

    private sealed class RuleValue : ScalarValue<string>
    {
        public override Message Expectation => Message.Of("Values.Rule");

        public override Written Written => new Written.Choice(PolicyRules.All);

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
        {
            value = scalar.Value;
            if (PolicyRules.All.Contains(value))
                return true;
            if (scalar.IsMissing)
                return Refuse(scalar, context);
            var nearest = context.MaySuggest ? Nearest.To(value, PolicyRules.All) : null;
            context.Report(PolicyRules.WrongValue, scalar.Range,
                Message.Sentences(
                Message.Of("Values.NoRule", value),
                Nearest.Question(nearest, Message.Of("Values.Write", Expectation))));
            return false;
        }
    }

    private sealed class NumberValue : ScalarValue<int>
    {
        public override Message Expectation => Message.Of("Values.Number");

        public override Written Written => new Written.Number();

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out int value) =>
            (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0)
            || Refuse(scalar, context);
    }

    private sealed class DateValue : ScalarValue<CalendarDate>
    {
        public override Message Expectation => Message.Of("Values.Date");

        public override Written Written => new Written.Text(WrittenPatterns.Day);

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out CalendarDate value) =>
            CalendarDate.TryParse(scalar.Value, out value) || (!ImpossibleDay.Report(scalar, context) && Refuse(scalar, context));
    }

    private sealed class DurationValue(string rule) : ScalarValue<Duration>
    {
        public override Message Expectation => Message.Of("Values.Duration");

        public override Written Written => new Written.Text(WrittenPatterns.Duration);

        public override string Rule => rule;

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out Duration value)
        {
            if (Model.Duration.TryParse(scalar.Value, out value))
                return true;
            var meant = MeantDuration.Of(scalar.Value);
            context.Report(rule, scalar.Range, meant is not null
                ? Message.Of("Values.MeantDuration", scalar.Value, meant)
                : rule == PolicyRules.RetentionNotConcrete
                    ? Message.Sentences(VagueDuration.Question(scalar.Value), Message.Of("Values.Write", Expectation))
                    : Message.Of("Values.NotThis", Expectation, scalar.Description));
            return false;
        }
    }

    private sealed class ChoiceValue<T>(params (string Word, T Meaning)[] choices) : ScalarValue<T>
    {
        public override Message Expectation => choices.Length == 1
            ? Message.Quoted(choices[0].Word)
            : Message.Of("Values.OneOf", Array.ConvertAll(Words(), Message.Quoted));

        public override Written Written => typeof(T) == typeof(bool)
            ? new Written.Flag() : new Written.Choice(Words());

        protected override bool TryRead(ScalarNode scalar, BindingContext context, out T value)
        {
            foreach (var (word, meaning) in choices)
                if (word == scalar.Value)
                {
                    value = meaning;
                    return true;
                }
            value = default!;
            var nearest = Nearest.To(scalar.Value, Words());
            context.Report(PolicyRules.WrongValue, scalar.Range,
                Message.Sentences(
                    Message.Of("Values.NotThis", Expectation, scalar.Description), Nearest.Question(nearest, null)));
            return false;
        }

        private string[] Words()
        {
            var words = new string[choices.Length];
            for (var i = 0; i < words.Length; i++)
                words[i] = choices[i].Word;
            return words;
        }
    }
}
