using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language;

/// <summary>Which policies come with one: those that it extends, those that they extend, and so on.</summary>
internal sealed class Composition
{
    private const string Extends = "extends";

    private readonly ILookup<string, ParsedFile> _policies;
    private readonly ICollection<PolicyDiagnostic> _mistakes;
    private readonly List<ParsedFile> _joined = [];
    private readonly List<ParsedFile> _open = [];

    private Composition(IEnumerable<ParsedFile> policies, ICollection<PolicyDiagnostic> mistakes)
    {
        _policies = policies.ToLookup(PolicySelection.NameOf, StringComparer.Ordinal);
        _mistakes = mistakes;
    }

    /// <summary>
    /// The policy and its bases, the farthest base first, the policy itself last: each may replace what those before it
    /// say. A base that is reached twice counts once; one that is not there, or leads back, is reported and left out.
    /// </summary>
    public static IReadOnlyList<ParsedFile> Of(
        ParsedFile policy, IEnumerable<ParsedFile> files, ICollection<PolicyDiagnostic> mistakes)
    {
        var policies = files.Where(file => file.Kind == PolicyFileKind.Policy);
        var composition = new Composition(policies, mistakes);
        composition.Join(policy);
        return composition._joined;
    }

    /// <summary>Each base that a policy names itself, with its own bases.</summary>
    public static IEnumerable<IReadOnlyList<ParsedFile>> BasesOf(ParsedFile policy, IReadOnlyCollection<ParsedFile> files) =>
        from name in NamesIn(policy)
        let itsBase = files.FirstOrDefault(file =>
            file.Kind == PolicyFileKind.Policy && file != policy && PolicySelection.NameOf(file) == name.Value)
        where itsBase is not null
        select Of(itsBase, files, []);

    /// <summary>The names that a policy extends, as they are written.</summary>
    public static IEnumerable<ScalarNode> NamesIn(ParsedFile policy)
    {
        foreach (var entry in policy.Tree.Root.Entries)
            if (entry.Key.Value == Extends)
            {
                var names = entry.Value is SequenceNode sequence ? sequence.Items : [entry.Value];
                return names.OfType<ScalarNode>().Where(name => !name.IsMissing);
            }
        return [];
    }

    private void Join(ParsedFile policy)
    {
        _open.Add(policy);
        foreach (var name in NamesIn(policy))
            if (Base(name, policy) is { } found && !_joined.Contains(found))
                Join(found);
        _open.Remove(policy);
        _joined.Add(policy);
    }

    private ParsedFile? Base(ScalarNode name, ParsedFile policy)
    {
        var found = _policies[name.Value].ToArray();
        switch (found)
        {
            case []:
                Report(PolicyRules.UnknownTerm, Unknown(name.Value, policy), name, policy);
                return null;
            case [var itself] when itself == policy:
                Report(PolicyRules.WrongValue, Message.Of("Composition.Itself"), name, policy);
                return null;
            case [var one] when _open.Contains(one):
                Report(PolicyRules.WrongValue,
                    Message.Of("Composition.Circle", name.Value, PolicySelection.NameOf(policy)), name, policy);
                return null;
            case [var one]:
                return one;
            default:
                var paths = found.Select(file => file.Path).ToArray();
                Report(PolicyRules.NotOnePolicy, Message.Of("Composition.SameName", name.Value, paths), name, policy);
                return null;
        }
    }

    private Message Unknown(string name, ParsedFile policy)
    {
        var own = PolicySelection.NameOf(policy);
        var others = _policies.Select(group => group.Key).Where(other => other != own).ToArray();
        var otherwise = others.Length == 0
            ? Message.Of("Composition.AddBase", name)
            : Message.Of("Composition.InScope", others);
        return Message.Sentences(
            Message.Of("Composition.UnknownBase", name), Nearest.Question(Nearest.To(name, others), otherwise));
    }

    private void Report(string id, Message message, ScalarNode at, ParsedFile policy) =>
        _mistakes.Add(new(id, PolicyRules.DefaultSeverity(id), message, policy.Tree.Locate(at.Range)));
}
