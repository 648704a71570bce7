using System.Collections.Immutable;
using PolicyAsCode.Language.Checks;
using PolicyAsCode.Language.Libraries;
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
    private static readonly Value<Located<SinkKind>[]> s_sinks =
        Values.List(Values.Choice([.. SinkWords.All.Select(one => (one.Word, one.Kind))]));

    private static readonly Key<Term> s_subject =
        new("subject", Values.Term(TermKind.Subject), Message.Of("Keys.TypeSubject"));
    private static readonly Key<Located<Term>[]> s_for = new("for", s_purposes, Message.Of("Keys.CodeFor"));
    private static readonly Key<Receiver> s_typeDisclosesTo =
        new("discloses-to", new ReceiverValue(), Message.Of("Keys.TypeDisclosesTo"));
    private static readonly Key<string> s_typeNotPersonal =
        new("not-personal", Values.Text, Message.Of("Keys.TypeNotPersonal"));
    private static readonly Key<SyntaxNode> s_typeMembers =
        new("members", Groups.ByName(HeldBinder.Written), Message.Of("Keys.TypeMembers"));
    private static readonly Shape s_typeShape = new(Message.Of("Shapes.Type"),
        s_subject, s_for, s_typeDisclosesTo, s_typeNotPersonal, s_typeMembers);

    private static readonly Key<Receiver> s_argumentDisclosesTo =
        new("discloses-to", new ReceiverValue(), Message.Of("Keys.ArgumentDisclosesTo"));
    private static readonly Key<Located<SinkKind>[]> s_argumentReaches =
        new("reaches", s_sinks, Message.Of("Keys.ArgumentReaches"));
    private static readonly Key<Located<Term>[]> s_argumentHolds =
        new("holds", s_categories, Message.Of("Keys.ArgumentHolds"));
    private static readonly Shape s_argumentShape =
        new(Message.Of("Shapes.Argument"), s_argumentDisclosesTo, s_argumentReaches, s_argumentHolds);

    private static readonly Key<Form> s_anonymises =
        new("anonymises-to", RecipientBinder.Forms, Message.Of("Keys.MethodAnonymises"));
    private static readonly Key<Term> s_proves =
        new("proves", Values.Term(TermKind.Gate), Message.Of("Keys.MethodProves"));
    private static readonly Key<Receiver> s_disclosesTo =
        new("discloses-to", new ReceiverValue(), Message.Of("Keys.MethodDisclosesTo"));
    private static readonly Key<bool> s_logs =
        new("logs", Values.Flag, Message.Of("Keys.MethodLogs"));
    private static readonly Key<bool> s_optOut =
        new("opt-out", Values.Flag, Message.Of("Keys.MethodOptOut"));
    private static readonly Key<Located<SinkKind>[]> s_reaches =
        new("reaches", s_sinks, Message.Of("Keys.MethodReaches"));
    private static readonly Key<Located<Term>[]> s_returns =
        new("returns", s_categories, Message.Of("Keys.MethodReturns"));
    private static readonly Key<SyntaxNode> s_arguments =
        new("arguments", Groups.ByName(s_argumentShape), Message.Of("Keys.MethodArguments"));
    private static readonly Shape s_methodShape = new(Message.Of("Shapes.Method"),
        s_anonymises, s_proves, s_disclosesTo, s_logs, s_optOut, s_reaches, s_for, s_returns, s_arguments);

    private static readonly Key<string> s_bindings =
        new("bindings", Values.Name, Message.Of("Keys.Bindings"));
    private static readonly Key<SyntaxNode> s_namespaces =
        new("namespaces", Groups.ByName(s_purposes.Written), Message.Of("Keys.BindingsNamespaces"));
    private static readonly Key<SyntaxNode> s_types =
        new("types", Groups.ByName(s_typeShape), Message.Of("Keys.BindingsTypes"));
    private static readonly Key<SyntaxNode> s_patterns =
        new("members", Groups.ByName(HeldBinder.Written), Message.Of("Keys.BindingsMembers"));
    private static readonly Key<SyntaxNode> s_attributes =
        new("attributes", Groups.ByName(HeldBinder.Written), Message.Of("Keys.BindingsAttributes"));
    private static readonly Key<SyntaxNode> s_methods =
        new("methods", Groups.ByName(s_methodShape), Message.Of("Keys.BindingsMethods"));
    private static readonly Key<SyntaxNode> s_hosts =
        new("hosts", Groups.ByName(new ReceiverValue().Written), Message.Of("Keys.BindingsHosts"));
    private static readonly Key<SyntaxNode> s_regions =
        new("regions", Groups.ByName(RegionValue.Any.Written), Message.Of("Keys.BindingsRegions"));
    private static readonly Key<SyntaxNode> s_packages =
        new("packages", Groups.ByName(new ReceiverValue().Written), Message.Of("Keys.BindingsPackages"));
    private static readonly Key<SyntaxNode> s_cookies =
        new("cookies", Groups.ByName(new Written.Text()), Message.Of("Keys.BindingsCookies"));

    /// <summary>The keys of a bindings file.</summary>
    public static readonly Shape Shape = new(Message.Of("Shapes.Bindings"),
        s_bindings, s_namespaces, s_types, s_patterns, s_attributes, s_methods, s_hosts, s_regions, s_packages, s_cookies);

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
                Patterns = binder.Patterns(root.Node(s_patterns)).ToImmutableArray(),
                Attributes = binder.Attributes(root.Node(s_attributes)).ToImmutableArray(),
                Methods = binder.Methods(root.Node(s_methods)).ToImmutableArray(),
                Hosts = outside.Hosts(root.Node(s_hosts)).ToImmutableArray(),
                Regions = outside.Regions(root.Node(s_regions)).ToImmutableArray(),
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
            RequireEntries(fields, s_typeMembers);
            var members = context.Entries(fields.Node(s_typeMembers), Message.Of("Shapes.Members"))
                .Select(member => HeldBinder.Read(member, context)).OfType<MemberBinding>().ToImmutableArray();
            yield return new(entry.Key.Value, fields.Read(s_subject), members, context.Locate(entry.Key.Range))
            {
                Purposes = fields.Read(s_for).Values(),
                DisclosesTo = fields.Read(s_typeDisclosesTo),
                NotPersonalBecause = fields.Read(s_typeNotPersonal),
            };
        }
    }

    /// <summary>A list of names with none in it says nothing of the code that it stands below.</summary>
    private void RequireEntries(Fields fields, Key<SyntaxNode> list)
    {
        if (fields.Node(list) is ScalarNode { IsMissing: true, IsDamaged: false } or MappingNode { Entries.IsEmpty: true })
            context.ReportUnread(
                PolicyRules.MissingPart, fields.Place(list), Message.Of("Binding.SectionEmpty", list.Name, list.Summary));
    }

    private IEnumerable<PatternBinding> Patterns(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.MemberPatterns")))
        {
            var pattern = MemberPattern.Parse(entry.Key.Value);
            if (pattern is null)
                context.Report(
                    PolicyRules.WrongValue, entry.Key.Range, Message.Of("Binding.NoMemberPattern", entry.Key.Value));
            if (HeldBinder.Read(entry, context) is { } held && pattern is not null)
                yield return new(pattern, held);
        }
    }

    private IEnumerable<AttributeBinding> Attributes(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Attributes")))
            if (HeldBinder.Read(entry, context) is { } held)
                yield return new(entry.Key.Value, held);
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
            if (s_methodShape.Keys.All(key => !fields.Has(key)) && !fields.IsDamaged)
            {
                context.Report(PolicyRules.MissingPart, entry.Key.Range,
                    Message.Of("Statements.MethodDoesNothing", entry.Key.Value,
                        s_methodShape.Keys.Select(key => $"'{key.Name}:'").ToArray()));
                continue;
            }
            RequireEntries(fields, s_arguments);
            Form? anonymises = fields.TryRead(s_anonymises, out var form) ? form : null;
            var reaches = fields.Read(s_reaches).Values();
            if (fields.Read(s_logs) && !reaches.Contains(SinkKind.Log))
                reaches = reaches.Add(SinkKind.Log);
            yield return new(
                entry.Key.Value, anonymises, fields.Read(s_proves), fields.Read(s_disclosesTo), reaches,
                context.Locate(entry.Key.Range))
            {
                Purposes = fields.Read(s_for).Values(),
                HasWayOut = fields.Read(s_optOut),
                Returns = fields.Read(s_returns).Values(),
                Arguments = Arguments(fields.Node(s_arguments)).ToImmutableArray(),
            };
        }
    }

    private IEnumerable<ArgumentBinding> Arguments(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Arguments")))
        {
            var fields = Fields.Read(entry.Value, s_argumentShape, entry.Key.Range, context);
            yield return new(
                entry.Key.Value, fields.Read(s_argumentDisclosesTo), fields.Read(s_argumentReaches).Values(),
                fields.Read(s_argumentHolds).Values(), context.Locate(entry.Key.Range));
        }
    }
}
