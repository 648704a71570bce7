using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>contact:</c>.</summary>
internal static class ContactBinder
{
    private static readonly Key<string> s_email =
        new("email", EmailValue.Instance, Message.Of("Keys.ContactEmail"));
    private static readonly Key<string> s_phone = new("phone", Values.Text, Message.Of("Keys.ContactPhone"));
    private static readonly Key<string> s_address = new("address", Values.Text, Message.Of("Keys.ContactAddress"));

    /// <summary>What can be said of the contact point.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Contact"),
        StatementKeys.Clause, StatementKeys.Origin, s_email, s_phone, s_address);

    /// <summary>Reads the section; null where there is none.</summary>
    public static ContactStatement? Bind(SyntaxNode? section, TextRange key, BindingContext context)
    {
        if (section is null)
            return null;
        var fields = Fields.Read(section, Shape, key, context);
        var (clauses, isDecision) = fields.ReadOrigin(Message.Quoted("contact"), context);
        if (!fields.IsDamaged && !fields.Has(s_email) && !fields.Has(s_phone) && !fields.Has(s_address))
            context.Report(PolicyRules.MissingPart, key, Message.Of("Sections.ContactSaysNothing"));
        return new()
        {
            Email = fields.Read(s_email),
            Phone = fields.Read(s_phone),
            Address = fields.Read(s_address),
            Clauses = clauses,
            IsDecision = isDecision,
            Location = context.Locate(key),
        };
    }
}
