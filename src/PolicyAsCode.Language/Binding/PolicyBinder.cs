using System.Collections.Immutable;
using PolicyAsCode.Language.Checks;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Turns a policy file into a model: section by section, then the checks that look across sections.</summary>
internal static class PolicyBinder
{
    private static readonly Key<SyntaxNode> s_subjects =
        new("subjects", Groups.ByTerm(TermKind.Subject, SubjectBinder.Shape), Message.Of("Keys.Subjects"));
    private static readonly Key<SyntaxNode> s_sources =
        new("sources", Groups.ByTerm(TermKind.Source, SourceBinder.Shape), Message.Of("Keys.Sources"));
    private static readonly Key<SyntaxNode> s_data =
        new("data", Groups.ByTerm(TermKind.Category, new Written.List(new Written.Group(DataBinder.Shape))), Message.Of("Keys.Data"));
    private static readonly Key<SyntaxNode> s_nonPersonal =
        new("non-personal", Groups.ByName(NonPersonalBinder.Shape), Message.Of("Keys.NonPersonal"));
    private static readonly Key<SyntaxNode> s_purposes =
        new("purposes", Groups.ByTerm(TermKind.Purpose, PurposeBinder.Shape), Message.Of("Keys.Purposes"));
    private static readonly Key<SyntaxNode> s_recipients =
        new("recipients", Groups.ByTerm(TermKind.Recipient, RecipientBinder.Shape), Message.Of("Keys.Recipients"));
    private static readonly Key<SyntaxNode> s_never =
        new("never", Groups.List(ProhibitionBinder.Shape), Message.Of("Keys.Never"));
    private static readonly Key<SyntaxNode> s_protection =
        new("protection", Groups.List(ProtectionBinder.Shape), Message.Of("Keys.Protection"));
    private static readonly Key<SyntaxNode> s_holds =
        new("holds", Groups.List(HoldBinder.Shape), Message.Of("Keys.Holds"));
    private static readonly Key<SyntaxNode> s_rights =
        new("rights", Groups.ByWord(RightBinder.Rights.Written, RightBinder.Shape), Message.Of("Keys.Rights"));
    private static readonly Key<SyntaxNode> s_cookies =
        new("cookies", Groups.ByName(CookieBinder.Shape), Message.Of("Keys.Cookies"));
    private static readonly Key<SyntaxNode> s_trackers =
        new("trackers", Groups.ByName(CookieBinder.Shape), Message.Of("Keys.Trackers"));
    private static readonly Key<SyntaxNode> s_age = new("age", Groups.Of(AgeBinder.Shape), Message.Of("Keys.Age"));
    private static readonly Key<SyntaxNode> s_acceptance =
        new("acceptance", Groups.Of(AcceptanceBinder.Shape), Message.Of("Keys.Acceptance"));
    private static readonly Key<SyntaxNode> s_changes =
        new("changes", Groups.Of(ChangesBinder.Shape), Message.Of("Keys.Changes"));
    private static readonly Key<SyntaxNode> s_contact =
        new("contact", Groups.Of(ContactBinder.Shape), Message.Of("Keys.Contact"));
    private static readonly Key<SyntaxNode> s_measures =
        new("measures", Groups.List(MeasureBinder.Shape), Message.Of("Keys.Measures"));
    private static readonly Key<SyntaxNode> s_enforce =
        new("enforce", EnforcementBinder.Section, Message.Of("Keys.Enforce"));
    private static readonly Key<SyntaxNode> s_waivers =
        new("waivers", Groups.List(WaiverBinder.Shape), Message.Of("Keys.Waivers"));

    /// <summary>The sections of a policy.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Policy"),
        HeadBinder.Policy, HeadBinder.Extends, HeadBinder.Version, HeadBinder.Effective, HeadBinder.ReviewBy, HeadBinder.Controller,
        HeadBinder.Follows, HeadBinder.Notice,
        s_subjects, s_sources, s_data, s_nonPersonal, s_purposes, s_recipients, s_never, s_protection, s_holds, s_rights,
        s_cookies, s_trackers, s_age, s_acceptance, s_changes, s_contact, s_measures, s_enforce, s_waivers);

    /// <summary>Reads a policy with its bases.</summary>
    /// <param name="files">The farthest base first, the policy itself last.</param>
    /// <param name="isExtended">Whether the policy is a base of another one in scope.</param>
    /// <param name="vocabulary">The words that they may use.</param>
    /// <param name="asOf">The day whose dates count; null checks none.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static PolicyModel Bind(
        IEnumerable<ParsedFile> files,
        bool isExtended,
        Vocabulary vocabulary,
        CalendarDate? asOf,
        ICollection<PolicyDiagnostic> mistakes)
    {
        var parts = files.Select(file => Read(file.Tree, PolicySelection.NameOf(file), vocabulary, asOf, mistakes)).ToArray();
        var own = parts[parts.Length - 1];
        var data = PolicyJoin.Data(parts);
        var recipients = PolicyJoin.Recipients(parts);
        var policy = PolicyJoin.Model(parts, data, recipients);

        if (!parts.Any(part => part.Root.Has(HeadBinder.Controller)))
            own.Root.ReportMissing(HeadBinder.Controller, Message.Of("Statements.ThePolicy"));
        // A purpose that could not be read may be the one that seems to be missing.
        if (parts.All(part => !part.Root.MayHideIn(s_purposes) && part.Purposes is null or MappingNode { IsDamaged: false }))
            LawfulBasisCheck.Run(policy, parts.SelectMany(part => part.Uses.Purposes.All),
                parts.Select(part => part.Purposes).ToArray(), own.Context);
        if (parts.All(part => !part.Root.IsDamaged))
        {
            SyntaxNode?[] Written(Key section) => parts.Select(part => part.Root.Node(section)).ToArray();
            bool IsRead(Key section) => !parts.Any(part =>
                part.Root.MayHideIn(section) || part.Root.Node(section) is not (null or MappingNode));
            if (IsRead(s_subjects))
                StatedCheck.Subjects(policy, parts, Written(s_subjects), own.Context);
            if (IsRead(s_sources))
                StatedCheck.Sources(policy, parts, Written(s_sources), own.Context);
            if (IsRead(s_data))
                StatedCheck.Categories(policy, parts, Written(s_data), own.Context);
            if (IsRead(s_recipients))
                StatedCheck.Recipients(policy, parts, Written(s_recipients), own.Context);
        }
        ProhibitionCheck.Run(policy, data, recipients, own.Context);
        // What a base states is for those that extend it, and may be of use to some of them only.
        if (!isExtended && !mistakes.Any(one => one.Severity == PolicySeverity.Error))
            VacuityCheck.Run(policy, parts.SelectMany(part => part.Uses.Sources.All), own.Context);
        if (asOf is { } day)
        {
            foreach (var part in parts)
                DateChecks.Run(part.Model.Header, part.Root.Place(HeadBinder.ReviewBy),
                    part.Root.Place(HeadBinder.Effective), day, part.Context);
            DateChecks.Run(policy, day, own.Context);
        }
        return policy;
    }

    private static PolicyPart Read(
        SyntaxTree tree, string name, Vocabulary vocabulary, CalendarDate? asOf, ICollection<PolicyDiagnostic> mistakes)
    {
        var context = new BindingContext(tree.Path, vocabulary, mistakes);
        var root = Fields.Read(tree.Root, Shape, Head(tree.Root), context);
        EmptySections.Report(root, Shape, context);
        var controller = HeadBinder.BindController(root, name, context);
        root.Read(HeadBinder.Extends);
        var uses = new Uses();
        var data = new DataBinder(context, uses).Bind(root.Node(s_data));
        var recipients = RecipientBinder.Bind(root.Node(s_recipients), context, uses);
        var follows = root.Read(HeadBinder.Follows);
        var policy = new PolicyModel
        {
            Header = HeadBinder.BindHeader(root, name, controller.Name, context),
            Controller = controller,
            Vocabulary = vocabulary,
            Follows = follows.Values(),
            Notice = HeadBinder.BindNotice(root, context),
            Sources = SourceBinder.Bind(root.Node(s_sources), context),
            FollowsAt = [.. follows.Select(law => new LawReference(law.Value, law.Location))],
            Subjects = SubjectBinder.Bind(root.Node(s_subjects), context),
            Data = data.Select(one => one.Statement).ToImmutableArray(),
            NonPersonal = NonPersonalBinder.Bind(root.Node(s_nonPersonal), context),
            Purposes = PurposeBinder.Bind(root.Node(s_purposes), context, uses),
            Recipients = recipients.Select(one => one.Statement).ToImmutableArray(),
            Never = ProhibitionBinder.Bind(root.Node(s_never), context),
            Protection = ProtectionBinder.Bind(root.Node(s_protection), context),
            Holds = HoldBinder.Bind(root.Node(s_holds), context, uses),
            Rights = RightBinder.Bind(root.Node(s_rights), context, uses),
            Cookies = CookieBinder.Bind(root.Node(s_cookies), context, uses),
            Trackers = CookieBinder.Bind(root.Node(s_trackers), context, uses),
            Age = AgeBinder.Bind(root.Node(s_age), root.Place(s_age), context),
            Acceptance = AcceptanceBinder.Bind(root.Node(s_acceptance), root.Place(s_acceptance), context),
            Changes = ChangesBinder.Bind(root.Node(s_changes), root.Place(s_changes), context),
            Contact = ContactBinder.Bind(root.Node(s_contact), root.Place(s_contact), context),
            Measures = MeasureBinder.Bind(root.Node(s_measures), context),
            Enforce = EnforcementBinder.Bind(root.Node(s_enforce), asOf, context),
            Waivers = WaiverBinder.Bind(root.Node(s_waivers), context),
        };

        return new(policy, root, root.Node(s_purposes), data, recipients, uses, context);
    }

    // A key missing from the whole file is missed at its first key, not all over the file.
    private static Text.TextRange Head(MappingNode root) =>
        root.Entries.IsEmpty ? root.Range : root.Entries[0].Key.Range;
}
