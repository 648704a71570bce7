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
    private static readonly Key<SyntaxNode> s_data = Section("data", Message.Of("Keys.Data"));
    private static readonly Key<SyntaxNode> s_purposes =
        Section("purposes", Message.Of("Keys.Purposes"));
    private static readonly Key<SyntaxNode> s_recipients = Section("recipients", Message.Of("Keys.Recipients"));
    private static readonly Key<SyntaxNode> s_never = Section("never", Message.Of("Keys.Never"));
    private static readonly Key<SyntaxNode> s_rights = Section("rights", Message.Of("Keys.Rights"));
    private static readonly Key<SyntaxNode> s_cookies = Section("cookies", Message.Of("Keys.Cookies"));
    private static readonly Key<SyntaxNode> s_measures = Section("measures", Message.Of("Keys.Measures"));
    private static readonly Key<SyntaxNode> s_enforce = Section("enforce", Message.Of("Keys.Enforce"));
    private static readonly Key<SyntaxNode> s_waivers = Section("waivers", Message.Of("Keys.Waivers"));
    private static readonly Shape s_shape = new(Message.Of("Shapes.Policy"),
        HeadBinder.Policy, HeadBinder.Version, HeadBinder.Effective, HeadBinder.ReviewBy, HeadBinder.Controller,
        HeadBinder.Follows, HeadBinder.Notice,
        s_subjects, s_data, s_purposes, s_recipients, s_never, s_rights, s_cookies, s_measures, s_enforce, s_waivers);

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
        HeadBinder.CheckNotice(root, context);

        var data = new DataBinder(context).Bind(root.Node(s_data));
        var recipients = RecipientBinder.Bind(root.Node(s_recipients), context);
        var used = data.SelectMany(one => one.Purposes).Concat(recipients.SelectMany(one => one.Purposes)).ToList();
        var policy = new PolicyModel
        {
            Header = HeadBinder.BindHeader(root, name, controller.Name, context),
            Controller = controller,
            Vocabulary = vocabulary,
            Follows = root.Read(HeadBinder.Follows).Values(),
            Subjects = SubjectBinder.Bind(root.Node(s_subjects), context),
            Data = data.Select(one => one.Statement).ToImmutableArray(),
            Purposes = PurposeBinder.Bind(root.Node(s_purposes), context),
            Recipients = recipients.Select(one => one.Statement).ToImmutableArray(),
            Never = ProhibitionBinder.Bind(root.Node(s_never), context),
            Rights = RightBinder.Bind(root.Node(s_rights), context),
            Cookies = CookieBinder.Bind(root.Node(s_cookies), context, used),
            Measures = MeasureBinder.Bind(root.Node(s_measures), context),
            Enforce = EnforcementBinder.Bind(root.Node(s_enforce), asOf, context),
            Waivers = WaiverBinder.Bind(root.Node(s_waivers), context),
        };

        // A purpose that could not be read may be the one that seems to be missing.
        if (!root.IsDamaged && root.Node(s_purposes) is not { IsDamaged: true })
            LawfulBasisCheck.Run(policy, used, root.Node(s_purposes), context);
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
