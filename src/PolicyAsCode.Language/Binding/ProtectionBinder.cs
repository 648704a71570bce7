using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads <c>protection:</c>.</summary>
internal static class ProtectionBinder
{
    /// <summary>The protections, as policies write them.</summary>
    public static readonly Value<Protection> Protections = Values.Choice(
        ("encrypted-at-rest", Protection.EncryptedAtRest),
        ("encrypted-in-transit", Protection.EncryptedInTransit),
        ("redacted-in-logs", Protection.RedactedInLogs),
        ("hashed", Protection.Hashed),
        ("authorised-only", Protection.AuthorisedOnly),
        ("audited", Protection.Audited));

    private static readonly Key<Located<Term>[]> s_data =
        new("data", Values.List(Values.Term(TermKind.Category)), Message.Of("Keys.ProhibitionData"));
    private static readonly Key<Located<Protection>[]> s_protect =
        new("protect", Values.List(Protections), Message.Of("Keys.DataProtect"));
    private static readonly Key<string> s_standard =
        new("standard", Values.Text, Message.Of("Keys.ProtectionStandard"));

    /// <summary>What can be said of the protection of many categories.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Protection"),
        StatementKeys.Clause, StatementKeys.Origin, s_data, s_protect, s_standard);

    /// <summary>Reads the section.</summary>
    public static ImmutableArray<ProtectionStatement> Bind(SyntaxNode? section, BindingContext context)
    {
        var whose = Message.Of("Sections.ThisProtection");
        var bound = ImmutableArray.CreateBuilder<ProtectionStatement>();
        foreach (var item in Items.Of(section, Message.Of("Shapes.Protections"), context))
        {
            var fields = Fields.Read(item, Shape, Items.Head(item), context);
            var (clauses, isDecision) = fields.ReadOrigin(whose, context);
            fields.TryRequire(s_protect, whose, out var protect);
            var categories = fields.Read(s_data);
            var standard = fields.Read(s_standard);
            // Named data of which nothing could be read is not 'all'.
            if (protect is not { Length: > 0 } || (fields.Has(s_data) && categories.Length == 0))
                continue;
            bound.Add(new()
            {
                Categories = categories.Values(),
                Protect = protect.Values(),
                Standard = standard,
                Clauses = clauses,
                IsDecision = isDecision,
                Location = context.Locate(fields.Owner),
            });
        }
        return bound.ToImmutable();
    }
}
