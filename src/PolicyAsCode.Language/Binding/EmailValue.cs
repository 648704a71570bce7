using System.Text.RegularExpressions;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>An e-mail address, as far as its shape can tell.</summary>
internal sealed class EmailValue : ScalarValue<string>
{
    /// <summary>The only one.</summary>
    public static readonly Value<string> Instance = new EmailValue();

    private const string Pattern = @"^[^@\s<>]+@[^@\s<>]+\.[^@\s.<>]+$";

    private static readonly Regex s_shape = new(Pattern, RegexOptions.CultureInvariant);

    private EmailValue()
    {
    }

    /// <inheritdoc/>
    public override Message Expectation => Message.Of("Values.Email");

    /// <inheritdoc/>
    public override Written Written => new Written.Text(Pattern);

    /// <inheritdoc/>
    protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
    {
        value = scalar.Value;
        return s_shape.IsMatch(value) || Refuse(scalar, context);
    }
}
