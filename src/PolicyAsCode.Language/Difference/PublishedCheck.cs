using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Checks;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Difference;

/// <summary>PAC1017: a policy that differs materially from its published version has a higher number.</summary>
internal static class PublishedCheck
{
    private const int Named = 3;

    /// <summary>Reads the published version of a policy, and compares; null where there is none that can be read.</summary>
    public static PolicyModel? Run(
        ParsedFile governing, IReadOnlyList<ParsedFile> files, PolicyModel policy, ICollection<PolicyDiagnostic> mistakes)
    {
        var name = PolicySelection.NameOf(governing);
        var isWhole = mistakes.All(mistake => PolicyRules.IsEnforceable(mistake.Id));
        var published = files.FirstOrDefault(file =>
            file.Kind == PolicyFileKind.Published && PolicySelection.Belongs(file, name, mistakes));
        if (published is null)
            return null;
        // Most of the time nothing has changed since, and a build need not compile the policy twice to see that.
        var hasSameWords = HasSameWords(files);
        if (hasSameWords && policy.Bases.IsEmpty && Body(published).SequenceEqual(Body(governing)))
            return policy;
        var vocabulary = hasSameWords ? policy.Vocabulary : Vocabulary(files, mistakes);
        if (vocabulary is null || Read(published, files, vocabulary, mistakes) is not { } old)
            return null;

        var difference = PolicyDifference.Between(old, policy);
        if (isWhole && difference.NeedsNewVersion)
            mistakes.Add(new(PolicyRules.VersionNotRaised, PolicyRules.DefaultSeverity(PolicyRules.VersionNotRaised),
                Describe(difference, files), new FileLocation(
                    governing.Path, (governing.Tree.Word("version") ?? governing.Tree.Word("policy"))?.Range ?? default)));
        return old;
    }

    // What a word means is part of what was published: a term that takes in more lets each line that names it allow more.
    // Without a copy of the words, they are taken to be what they were.
    private static bool HasSameWords(IReadOnlyList<ParsedFile> files)
    {
        var then = files.Where(file => file.Kind == PolicyFileKind.PublishedVocabulary).ToArray();
        if (then.Length == 0)
            return true;
        var now = files.Where(file => file.Kind == PolicyFileKind.Vocabulary).ToArray();
        return then.Length == now.Length && then.All(one => now.Any(other => Body(one).SequenceEqual(Body(other))));
    }

    private static Vocabulary? Vocabulary(IReadOnlyList<ParsedFile> files, ICollection<PolicyDiagnostic> mistakes)
    {
        var then = files.Where(file => file.Kind == PolicyFileKind.PublishedVocabulary).ToArray();
        var itsMistakes = then.SelectMany(file => file.Diagnostics).ToList();
        var vocabulary = VocabularyBinder.Extend(BuiltInVocabulary.Terms, then.Select(file => file.Tree), itsMistakes);
        var unreadable = itsMistakes.Where(mistake => !PolicyRules.IsEnforceable(mistake.Id)).ToArray();
        foreach (var mistake in unreadable)
            mistakes.Add(mistake);
        return unreadable.Length == 0 ? vocabulary : null;
    }

    // What it says, without the comments at its head: the line that names its schema differs by folder.
    private static ReadOnlySpan<char> Body(ParsedFile file)
    {
        var text = file.Tree.Text.AsSpan();
        while (text.Length > 0 && text[0] is '#' or '\r' or '\n')
            text = text.IndexOf('\n') is >= 0 and var end ? text.Slice(end + 1) : default;
        return text;
    }

    // Of a file that governs nothing only that matters which hides what was published.
    private static PolicyModel? Read(
        ParsedFile published, IReadOnlyList<ParsedFile> files, Vocabulary vocabulary,
        ICollection<PolicyDiagnostic> mistakes)
    {
        var itsMistakes = new List<PolicyDiagnostic>();
        var joined = Composition.Of(AsPolicy(published), AsPublished(files), itsMistakes);
        itsMistakes.AddRange(joined.SelectMany(file => file.Diagnostics));
        var policy = PolicyBinder.Bind(joined, isExtended: true, vocabulary, asOf: null, itsMistakes);
        var unreadable = itsMistakes
            .Where(mistake => !PolicyRules.IsEnforceable(mistake.Id) && mistake.Location.Path == published.Path)
            .ToArray();
        foreach (var mistake in unreadable)
            mistakes.Add(mistake);
        return unreadable.Length == 0 ? policy : null;
    }

    // What it extends is what was published of that, where something was.
    private static ParsedFile[] AsPublished(IReadOnlyList<ParsedFile> files)
    {
        var published = files.Where(file => file.Kind == PolicyFileKind.Published).Select(AsPolicy).ToArray();
        var names = new HashSet<string>(published.Select(PolicySelection.NameOf), StringComparer.Ordinal);
        return
        [
            .. files.Where(file => file.Kind is not (PolicyFileKind.Policy or PolicyFileKind.Published)
                || (file.Kind == PolicyFileKind.Policy && !names.Contains(PolicySelection.NameOf(file)))),
            .. published,
        ];
    }

    private static ParsedFile AsPolicy(ParsedFile published) => new(PolicyFileKind.Policy, published.Tree);

    private static Message Describe(PolicyDifference difference, IReadOnlyList<ParsedFile> files)
    {
        var material = difference.Material.ToArray();
        var cited = new CitedClauses(files);
        var told = Message.Joined("; ", material.Take(Named).Select(change =>
            cited.Behind(change.Text, change.New ?? change.Old)));
        var next = difference.Old.Header.Version + 1;
        return material.Length > Named
            ? Message.Of("Difference.NoNewVersionAndMore", difference.Old.Header.Version, told, material.Length - Named, next)
            : Message.Of("Difference.NoNewVersion", difference.Old.Header.Version, told, next);
    }
}
