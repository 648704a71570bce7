using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>An e-mail address, as far as its shape can tell.</summary>
internal sealed class EmailValue : ScalarValue<string>
{
    /// <summary>The only one.</summary>
    public static readonly Value<string> Instance = new EmailValue();

    private EmailValue()
    {
    }

    /// <inheritdoc/>
    public override Message Expectation => Message.Of("Values.Email");

    /// <inheritdoc/>
    public override Written Written => new Written.Text(WordForms.EmailPattern);

    /// <inheritdoc/>
    protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
    {
        value = scalar.Value;
        return WordForms.IsEmail(value) || Refuse(scalar, context);
    }
}
