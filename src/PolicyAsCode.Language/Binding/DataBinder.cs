using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Reads <c>data:</c>. A category has one statement; where it means different things for different people, a list of
/// statements, each with an <c>of:</c> of its own:
/// <code>
/// contact.email:
///   - { of: customer, for: communication, keep: … }
///   - { of: staff, for: staff-administration, keep: … }
/// </code>
/// </summary>
internal sealed class DataBinder(BindingContext context, Uses uses)
{
    private static readonly Key<Located<Term>[]> s_of =
        new("of", Values.List(Values.Term(TermKind.Subject)), Message.Of("Keys.DataOf"));
    private static readonly Key<Located<Term>[]> s_collected =
        new("collected", Values.List(Values.Term(TermKind.Source)), Message.Of("Keys.DataCollected"));
    private static readonly Key<Located<Term>[]> s_for =
        new("for", Values.List(Values.Term(TermKind.Purpose)),
            Message.Of("Keys.DataFor")) { MayBeEmpty = true };
    private static readonly Key<SyntaxNode> s_keep = new("keep", RetentionBinder.Keep, Message.Of("Keys.DataKeep"));
    private static readonly Key<Located<Protection>[]> s_protect =
        new("protect", Values.List(ProtectionBinder.Protections), Message.Of("Keys.DataProtect"));
    private static readonly Key<SpecialBasis> s_specialBasis = new("special-basis", Values.Choice(
        ("explicit-consent", SpecialBasis.ExplicitConsent), ("employment-law", SpecialBasis.EmploymentLaw),
        ("vital-interests", SpecialBasis.VitalInterests), ("nonprofit", SpecialBasis.Nonprofit),
        ("made-public", SpecialBasis.MadePublic), ("legal-claims", SpecialBasis.LegalClaims),
        ("public-interest", SpecialBasis.PublicInterest), ("health-care", SpecialBasis.HealthCare),
        ("public-health", SpecialBasis.PublicHealth), ("research", SpecialBasis.Research)),
        Message.Of("Keys.DataSpecialBasis"));
    private static readonly Key<bool> s_optional =
        new("optional", Values.Flag, Message.Of("Keys.DataOptional"));

    /// <summary>What can be said of data.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Data"),
        s_of, StatementKeys.Clause, StatementKeys.Origin, s_collected, s_optional, s_for, s_specialBasis, s_keep,
        s_protect);
    private static readonly Value<Term> s_category = Values.Term(TermKind.Category);

    private readonly ImmutableArray<BoundData>.Builder _bound = ImmutableArray.CreateBuilder<BoundData>();

    /// <summary>Reads the section.</summary>
    public ImmutableArray<BoundData> Bind(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Categories"), Shape))
        {
            s_category.TryRead(entry.Key, context, out var category);
            var whose = Message.Quoted(entry.Key.Value);
            if (entry.Value is SequenceNode { Items.IsEmpty: false } several)
                BindEach(entry.Key, whose, category, several);
            else
                BindOne(entry.Key, whose, category, Fields.Read(entry.Value, Shape, entry.Key.Range, context), null);
        }
        return _bound.ToImmutable();
    }

    private void BindEach(ScalarNode key, Message whose, Term? category, SequenceNode several)
    {
        var subjects = new HashSet<Term>();
        foreach (var item in several.Items)
        {
            var place = item is MappingNode { Entries.IsEmpty: false } group ? group.Entries[0].Key.Range : item.Range;
            BindOne(key, whose, category, Fields.Read(item, Shape, place, context), subjects);
        }
    }

    private void BindOne(ScalarNode key, Message whose, Term? category, Fields fields, HashSet<Term>? others)
    {
        var (clauses, isDecision) = fields.ReadOrigin(whose, context);
        var subjects = fields.Read(s_of);
        if (others is not null)
        {
            fields.ReportMissing(s_of, Message.Of("Statements.EachOfSeveral", whose));
            foreach (var subject in subjects)
                if (!others.Add(subject.Value))
                    context.Report(PolicyRules.Duplicate, subject.Location,
                        Message.Of("Statements.SubjectTwice", whose, subject.Value));
        }

        var isGiven = fields.TryReadValues(s_for, out var purposes);
        if (!isGiven)
            fields.ReportMissing(s_for, whose);
        else if (purposes.IsEmpty && fields.Node(s_for) is SequenceNode { Items.IsEmpty: true, IsDamaged: false } none)
            context.Report(PolicyRules.MissingPart, none.Range,
                Message.Of("Statements.ForNothing", whose));
        var keep = RetentionBinder.Bind(fields, s_keep, key.Value, clauses, isDecision, context);
        var protections = fields.Read(s_protect);
        var collected = fields.Read(s_collected);
        var specialBasis = fields.ReadOptional(s_specialBasis);
        var isOptional = fields.Read(s_optional);
        uses.Purposes.Add(purposes, fields.Node(s_for), context);
        uses.Subjects.Add(subjects);
        uses.Sources.Add(collected);
        if (category is null)
            return;

        _bound.Add(new(
            new()
            {
                Clauses = clauses,
                IsDecision = isDecision,
                Category = category,
                Subjects = subjects.Values(),
                Purposes = purposes,
                Collected = collected.Values(),
                SpecialBasis = specialBasis,
                IsOptional = isOptional,
                Keep = keep,
                Protect = protections.Values(),
                Location = context.Locate(fields.Owner),
            },
            fields.Node(s_for),
            context));
    }
}

/// <summary>A statement on data, and where its purposes stand.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Purposes">Its purposes as they are written; null where none are.</param>
/// <param name="Context">Its file.</param>
internal sealed record BoundData(DataStatement Statement, SyntaxNode? Purposes, BindingContext Context)
{
    /// <summary>Where it names a purpose.</summary>
    public FileLocation PlaceOf(Term purpose) => Context.Locate(FirstUses.Place(Purposes!, purpose, Context).Range);
}
