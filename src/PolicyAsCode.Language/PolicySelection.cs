using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language;

/// <summary>Which of the policies in scope governs a project.</summary>
internal static class PolicySelection
{
    /// <summary>The one that governs; null where none does, or two might, which is reported.</summary>
    public static ParsedFile? Select(
        IReadOnlyList<ParsedFile> files, string? name, ICollection<PolicyDiagnostic> mistakes)
    {
        var policies = files.Where(file => file.Kind == PolicyFileKind.Policy).ToArray();
        var named = name is null ? Outermost(policies) : policies.Where(file => NameOf(file) == name).ToArray();
        if (named.Length == 1)
            return named[0];

        if (named.Length == 0 && policies.FirstOrDefault(file => FileNameOf(file) == name) is { } misnamed)
        {
            var file = misnamed.Path.Substring(FolderLength(misnamed.Path));
            Report(Message.Of("Selection.Misnamed", NameOf(misnamed), file, name!), misnamed, mistakes);
            return null;
        }

        var shown = name is null ? named : policies;
        var scope = string.Join(", ", shown.Select(file => $"'{NameOf(file)}' ({file.Path})"));
        if (policies.Length == 0)
            Report(Message.Of("Selection.NoPolicy"), null, mistakes);
        else if (named.Length == 0)
            Report(Message.Of("Selection.NoneCalled", name!, scope), policies[0], mistakes);
        else if (name is null)
            Report(Message.Of("Selection.Several", scope), named[1], mistakes);
        else
            Report(Message.Of("Selection.SameName", name, scope), named[1], mistakes);
        return null;
    }

    // One that another extends comes with that one, and is no second policy.
    private static ParsedFile[] Outermost(ParsedFile[] policies)
    {
        var bases = new HashSet<string>(
            policies.SelectMany(Composition.NamesIn).Select(name => name.Value), StringComparer.Ordinal);
        var outermost = policies.Where(file => !bases.Contains(NameOf(file))).ToArray();
        return outermost.Length > 0 ? outermost : policies;
    }

    /// <summary>
    /// The name that a policy has, or to which bindings belong; where the file fails to say, the file's own.
    /// </summary>
    public static string NameOf(ParsedFile file)
    {
        var head = file.Tree.Word(HeadOf(file.Kind));
        if (head is { IsMissing: false })
            return head.Value;
        return FileNameOf(file);
    }

    // A name that cannot be one has been reported, and the file's own is probably meant.
    private static string NameToFind(ParsedFile policy) =>
        NameOf(policy).All(one => one is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') ? NameOf(policy) : FileNameOf(policy);

    /// <summary>
    /// Whether a file belongs to a policy. One that carries its name outside and another one inside is reported: it
    /// would be a dead letter.
    /// </summary>
    public static bool Belongs(ParsedFile file, string policy, ICollection<PolicyDiagnostic> mistakes)
    {
        if (NameOf(file) == policy)
            return true;
        var head = HeadOf(file.Kind);
        if (FileNameOf(file) == policy)
            mistakes.Add(new(PolicyRules.WrongValue, PolicyRules.DefaultSeverity(PolicyRules.WrongValue),
                Message.Of("Selection.OtherBindings", NameOf(file), policy, head),
                new FileLocation(file.Path, file.Tree.Word(head)?.Range ?? default)));
        return false;
    }

    /// <summary>
    /// PAC1004: a notice, tests or a published version of a policy that is not there. Whoever renames a policy would
    /// leave them behind, and what they hold it to with them.
    /// </summary>
    public static void ReportOrphans(IReadOnlyCollection<ParsedFile> files, ICollection<PolicyDiagnostic> mistakes)
    {
        var names = files.Where(file => file.Kind == PolicyFileKind.Policy).Select(NameToFind).Distinct().ToArray();
        foreach (var file in files)
        {
            if (file.Kind is not (PolicyFileKind.Notice or PolicyFileKind.Tests or PolicyFileKind.Published))
                continue;
            var name = NameOf(file);
            // One that is named after a policy, and says another name, is reported there.
            if (names.Contains(name) || names.Contains(FileNameOf(file)))
                continue;
            mistakes.Add(new(PolicyRules.UnknownTerm, PolicyRules.DefaultSeverity(PolicyRules.UnknownTerm),
                Message.Sentences(Message.Of("Selection.Orphan", name),
                    Nearest.Question(Nearest.To(name, names), Message.Of("Selection.MendOrphan", names))),
                new FileLocation(file.Path, file.Tree.Word(HeadOf(file.Kind))?.Range ?? default)));
        }
    }

    private static string HeadOf(PolicyFileKind kind) => kind switch
    {
        PolicyFileKind.Policy or PolicyFileKind.Published => "policy",
        PolicyFileKind.Tests => "tests",
        PolicyFileKind.Notice => "notice",
        _ => "bindings",
    };

    private static string FileNameOf(ParsedFile file)
    {
        var name = file.Path.Substring(FolderLength(file.Path));
        return name.Substring(0, name.IndexOf('.'));
    }

    private static int FolderLength(string path) => path.LastIndexOfAny(['/', '\\']) + 1;

    private static void Report(Message message, ParsedFile? at, ICollection<PolicyDiagnostic> mistakes)
    {
        var head = at?.Tree.Word("policy");
        mistakes.Add(new(PolicyRules.NotOnePolicy, PolicyRules.DefaultSeverity(PolicyRules.NotOnePolicy), message,
            new FileLocation(at?.Path ?? "", head?.Range ?? default)));
    }
}
