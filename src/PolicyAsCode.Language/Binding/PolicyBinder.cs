using System.Collections.Immutable;
using PolicyAsCode.Language.Checks;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Turns a policy file into a model: section by section, then the checks that look across sections.</summary>
internal static class PolicyBinder
{
    private static readonly Key<SyntaxNode> s_subjects = Section("subjects", Message.Of("Keys.Subjects"));
    private static readonly Key<SyntaxNode> s_sources = Section("sources", Message.Of("Keys.Sources"));
    private static readonly Key<SyntaxNode> s_data = Section("data", Message.Of("Keys.Data"));
    private static readonly Key<SyntaxNode> s_nonPersonal =
        Section("non-personal", Message.Of("Keys.NonPersonal"));
    private static readonly Key<SyntaxNode> s_purposes =
        Section("purposes", Message.Of("Keys.Purposes"));
    private static readonly Key<SyntaxNode> s_recipients = Section("recipients", Message.Of("Keys.Recipients"));
    private static readonly Key<SyntaxNode> s_never = Section("never", Message.Of("Keys.Never"));
    private static readonly Key<SyntaxNode> s_protection =
        Section("protection", Message.Of("Keys.Protection"));
    private static readonly Key<SyntaxNode> s_holds = Section("holds", Message.Of("Keys.Holds"));
    private static readonly Key<SyntaxNode> s_rights = Section("rights", Message.Of("Keys.Rights"));
    private static readonly Key<SyntaxNode> s_cookies = Section("cookies", Message.Of("Keys.Cookies"));
    private static readonly Key<SyntaxNode> s_trackers =
        Section("trackers", Message.Of("Keys.Trackers"));
    private static readonly Key<SyntaxNode> s_age = Section("age", Message.Of("Keys.Age"));
    private static readonly Key<SyntaxNode> s_acceptance =
        Section("acceptance", Message.Of("Keys.Acceptance"));
    private static readonly Key<SyntaxNode> s_changes =
        Section("changes", Message.Of("Keys.Changes"));
    private static readonly Key<SyntaxNode> s_contact = Section("contact", Message.Of("Keys.Contact"));
    private static readonly Key<SyntaxNode> s_measures = Section("measures", Message.Of("Keys.Measures"));
    private static readonly Key<SyntaxNode> s_enforce = Section("enforce", Message.Of("Keys.Enforce"));
    private static readonly Key<SyntaxNode> s_waivers = Section("waivers", Message.Of("Keys.Waivers"));
    private static readonly Shape s_shape = new(Message.Of("Shapes.Policy"),
        HeadBinder.Policy, HeadBinder.Version, HeadBinder.Effective, HeadBinder.ReviewBy, HeadBinder.Controller,
        HeadBinder.Follows, HeadBinder.Notice,
        s_subjects, s_sources, s_data, s_nonPersonal, s_purposes, s_recipients, s_never, s_protection, s_holds, s_rights,
        s_cookies, s_trackers, s_age, s_acceptance, s_changes, s_contact, s_measures, s_enforce, s_waivers);

    /// <summary>Reads a policy.</summary>
    /// <param name="tree">Its file.</param>
    /// <param name="name">Its name, where the file fails to say.</param>
    /// <param name="vocabulary">The words that it may use.</param>
    /// <param name="asOf">The day whose dates count; null checks none.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static PolicyModel Bind(
        SyntaxTree tree, string name, Vocabulary vocabulary, CalendarDate? asOf, ICollection<PolicyDiagnostic> mistakes)
    {
        var context = new BindingContext(tree.Path, vocabulary, mistakes);
        var root = Fields.Read(tree.Root, s_shape, Head(tree.Root), context);
        var controller = HeadBinder.BindController(root, name, context);
        var uses = new Uses();
        var data = new DataBinder(context, uses).Bind(root.Node(s_data));
        var recipients = RecipientBinder.Bind(root.Node(s_recipients), context, uses);
        var policy = new PolicyModel
        {
            Header = HeadBinder.BindHeader(root, name, controller.Name, context),
            Controller = controller,
            Vocabulary = vocabulary,
            Follows = root.Read(HeadBinder.Follows).Values(),
            Notice = HeadBinder.BindNotice(root, context),
            Sources = SourceBinder.Bind(root.Node(s_sources), context),
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

        // A purpose that could not be read may be the one that seems to be missing.
        if (!root.IsDamaged && root.Node(s_purposes) is not { IsDamaged: true })
            LawfulBasisCheck.Run(policy, uses.Purposes, root.Node(s_purposes), context);
        ProhibitionCheck.Run(policy, data, recipients, context);
        if (asOf is { } day)
            DateChecks.Run(policy, root.Place(HeadBinder.ReviewBy), root.Place(HeadBinder.Effective), day, context);
        return policy;
    }

    private static Key<SyntaxNode> Section(string name, Message summary) => new(name, Values.Anything, summary);

    // A key missing from the whole file is missed at its first key, not all over the file.
    private static Text.TextRange Head(MappingNode root) =>
        root.Entries.IsEmpty ? root.Range : root.Entries[0].Key.Range;

    /// <summary>The keys of such a file.</summary>
    internal static Shape Shape => s_shape;
}
