using System.Collections.Immutable;
using PolicyAsCode.Language.Checks;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads bindings files: which code means which terms, for code that cannot carry an attribute.</summary>
internal sealed class BindingsBinder(BindingContext context)
{
    private static readonly Value<Located<Term>[]> s_purposes =
        Values.List(Values.Term(TermKind.Purpose));
    private static readonly Value<Located<Term>[]> s_categories =
        Values.List(Values.Term(TermKind.Category));

    private static readonly Key<string> s_notPersonal =
        new("not-personal", Values.Text, Message.Of("Keys.MemberNotPersonal"));
    private static readonly Shape s_memberShape = new(Message.Of("Shapes.MemberNotPersonal"), s_notPersonal);

    private static readonly Key<Term> s_subject =
        new("subject", Values.Term(TermKind.Subject), Message.Of("Keys.TypeSubject"));
    private static readonly Key<SyntaxNode> s_members =
        new("members",
            Groups.ByName(new Written.Either(s_categories.Written, new Written.Group(s_memberShape))),
            Message.Of("Keys.TypeMembers"));
    private static readonly Shape s_typeShape = new(Message.Of("Shapes.Type"), s_subject, s_members);

    private static readonly Key<Form> s_anonymises =
        new("anonymises-to", RecipientBinder.Forms, Message.Of("Keys.MethodAnonymises"));
    private static readonly Key<Term> s_proves =
        new("proves", Values.Term(TermKind.Gate), Message.Of("Keys.MethodProves"));
    private static readonly Key<Term> s_disclosesTo =
        new("discloses-to", Values.Term(TermKind.Recipient), Message.Of("Keys.MethodDisclosesTo"));
    private static readonly Key<bool> s_logs =
        new("logs", Values.Flag, Message.Of("Keys.MethodLogs"));
    private static readonly Shape s_methodShape =
        new(Message.Of("Shapes.Method"), s_anonymises, s_proves, s_disclosesTo, s_logs);

    private static readonly Key<string> s_bindings =
        new("bindings", Values.Name, Message.Of("Keys.Bindings"));
    private static readonly Key<SyntaxNode> s_namespaces =
        new("namespaces", Groups.ByName(s_purposes.Written), Message.Of("Keys.BindingsNamespaces"));
    private static readonly Key<SyntaxNode> s_types =
        new("types", Groups.ByName(s_typeShape), Message.Of("Keys.BindingsTypes"));
    private static readonly Key<SyntaxNode> s_methods =
        new("methods", Groups.ByName(s_methodShape), Message.Of("Keys.BindingsMethods"));
    private static readonly Key<SyntaxNode> s_hosts =
        new("hosts", Groups.ByName(new Written.Terms(TermKind.Recipient)), Message.Of("Keys.BindingsHosts"));
    private static readonly Key<SyntaxNode> s_packages =
        new("packages", Groups.ByName(new Written.Terms(TermKind.Recipient)), Message.Of("Keys.BindingsPackages"));
    private static readonly Key<SyntaxNode> s_cookies =
        new("cookies", Groups.ByName(new Written.Text()), Message.Of("Keys.BindingsCookies"));

    /// <summary>The keys of a bindings file.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Bindings"),
        s_bindings, s_namespaces, s_types, s_methods, s_hosts, s_packages, s_cookies);

    /// <summary>Reads files that belong to one policy, together.</summary>
    public static BindingsModel Bind(
        IEnumerable<SyntaxTree> files, PolicyModel policy, ICollection<PolicyDiagnostic> mistakes)
    {
        var all = BindingsModel.Empty;
        foreach (var file in files)
        {
            var context = new BindingContext(file.Path, policy.Vocabulary, mistakes);
            var head = file.Root.Entries.IsEmpty ? file.Root.Range : file.Root.Entries[0].Key.Range;
            var root = Fields.Read(file.Root, Shape, head, context);
            EmptySections.Report(root, Shape, context);
            root.TryRequire(s_bindings, Message.Of("Statements.TheBindingsFile"), out _);
            var binder = new BindingsBinder(context);
            var outside = new OutsideBinder(context, policy);
            all = all.Join(new()
            {
                Namespaces = binder.Namespaces(root.Node(s_namespaces)).ToImmutableArray(),
                Types = binder.Types(root.Node(s_types)).ToImmutableArray(),
                Methods = binder.Methods(root.Node(s_methods)).ToImmutableArray(),
                Hosts = outside.Hosts(root.Node(s_hosts)).ToImmutableArray(),
                Packages = outside.Packages(root.Node(s_packages)).ToImmutableArray(),
                Cookies = outside.Cookies(root.Node(s_cookies)).ToImmutableArray(),
            });
        }
        TwiceBoundCheck.Run(all, mistakes);
        return all;
    }

    private IEnumerable<NamespaceBinding> Namespaces(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Namespaces")))
            if (SaysSomething(entry, s_purposes) && s_purposes.TryRead(entry.Value, context, out var purposes) && purposes.Length > 0)
                yield return new(entry.Key.Value, purposes.Values(), context.Locate(entry.Key.Range));
    }

    private IEnumerable<TypeBinding> Types(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Types")))
        {
            var fields = Fields.Read(entry.Value, s_typeShape, entry.Key.Range, context);
            var members = Members(fields.Node(s_members)).ToImmutableArray();
            yield return new(entry.Key.Value, fields.Read(s_subject), members, context.Locate(entry.Key.Range));
        }
    }

    private IEnumerable<MemberBinding> Members(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Members")))
        {
            var location = context.Locate(entry.Key.Range);
            if (entry.Value is MappingNode)
            {
                var fields = Fields.Read(entry.Value, s_memberShape, entry.Key.Range, context);
                if (fields.TryRequire(s_notPersonal, Message.Quoted(entry.Key.Value), out var why))
                    yield return new(entry.Key.Value, [], why, location);
            }
            else if (SaysSomething(entry, s_categories) && s_categories.TryRead(entry.Value, context, out var categories)
                && categories.Length > 0)
                yield return new(entry.Key.Value, categories.Values(), null, location);
        }
    }

    private bool SaysSomething<T>(MappingEntry entry, Value<T> value)
    {
        var isEmpty = entry.Value is SequenceNode { Items.IsEmpty: true };
        if (isEmpty)
            context.Report(PolicyRules.MissingPart, entry.Key.Range,
                Message.Of("Binding.SaysNothing", entry.Key.Value, value.Expectation));
        return !isEmpty;
    }

    private IEnumerable<MethodBinding> Methods(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Methods")))
        {
            var fields = Fields.Read(entry.Value, s_methodShape, entry.Key.Range, context, mayBeEmpty: true);
            Form? anonymises = fields.TryRead(s_anonymises, out var form) ? form : null;
            var (proves, disclosesTo, logs) = (fields.Read(s_proves), fields.Read(s_disclosesTo), fields.Read(s_logs));
            if (s_methodShape.Keys.All(key => !fields.Has(key)) && !fields.IsDamaged)
                context.Report(PolicyRules.MissingPart, entry.Key.Range,
                    Message.Of("Statements.MethodDoesNothing", entry.Key.Value,
                        s_methodShape.Keys.Select(key => $"'{key.Name}:'").ToArray()));
            else
                yield return new(
                    entry.Key.Value, anonymises, proves, disclosesTo, logs, context.Locate(entry.Key.Range));
        }
    }
}
