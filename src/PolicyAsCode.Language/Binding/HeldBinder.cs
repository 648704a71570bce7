using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Reads what a member holds, wherever that is said (of a member, a pattern, an attribute): a category, several, or a group
/// that says more.
/// </summary>
internal static class HeldBinder
{
    private static readonly Value<Located<Term>[]> s_categories = Values.List(Values.Term(TermKind.Category));

    private static readonly Key<Located<Term>[]> s_holds =
        new("holds", s_categories, Message.Of("Keys.MemberHolds"));
    private static readonly Key<Form> s_as = new("as", RecipientBinder.Forms, Message.Of("Keys.MemberAs"));
    private static readonly Key<Located<Term>[]> s_anchor =
        new("anchor", Values.List(Values.Term(TermKind.Anchor)), Message.Of("Keys.MemberAnchor"));
    private static readonly Key<bool> s_legalHold = new("legal-hold", Values.Flag, Message.Of("Keys.MemberLegalHold"));
    private static readonly Key<string> s_notPersonal =
        new("not-personal", Values.Text, Message.Of("Keys.MemberNotPersonal"));
    private static readonly Shape s_shape =
        new(Message.Of("Shapes.Member"), s_holds, s_as, s_anchor, s_legalHold, s_notPersonal);

    /// <summary>What may be written of a member.</summary>
    public static Written Written { get; } = new Written.Either(s_categories.Written, new Written.Group(s_shape));

    /// <summary>Reads what stands behind the name of a member; null where nothing could be read, which is told.</summary>
    public static MemberBinding? Read(MappingEntry entry, BindingContext context)
    {
        var (name, location) = (entry.Key.Value, context.Locate(entry.Key.Range));
        if (entry.Value is not MappingNode)
            return Categories.TryRead(entry, context, out var all) ? new(name, all, null, location) : null;

        var fields = Fields.Read(entry.Value, s_shape, entry.Key.Range, context);
        if (fields.TryRead(s_notPersonal, out var why))
        {
            foreach (var key in s_shape.Keys)
                if (key != s_notPersonal && fields.Has(key))
                    context.Report(PolicyRules.WrongValue, fields.Place(key),
                        Message.Of("Binding.NotPersonalHolds", name, key.Name));
            return new(name, [], why, location);
        }
        var (categories, anchors) = (fields.Read(s_holds).Values(), fields.Read(s_anchor).Values());
        var hold = fields.Read(s_legalHold);
        if (categories.IsEmpty && fields.Has(s_as) && !fields.MayHideIn(s_holds))
            fields.ReportMissing(s_holds, Message.Quoted(name));
        return categories.IsEmpty && anchors.IsEmpty && !hold
            ? null
            : new(name, categories, null, location) { Form = fields.Read(s_as), Anchors = anchors, IsLegalHold = hold };
    }

    private static class Categories
    {
        public static bool TryRead(MappingEntry entry, BindingContext context, out ImmutableArray<Term> categories)
        {
            categories = ImmutableArray<Term>.Empty;
            if (entry.Value is SequenceNode { Items.IsEmpty: true })
                context.Report(PolicyRules.MissingPart, entry.Key.Range,
                    Message.Of("Binding.SaysNothing", entry.Key.Value, s_categories.Expectation));
            else if (s_categories.TryRead(entry.Value, context, out var read))
                categories = read.Values();
            return !categories.IsEmpty;
        }
    }
}
