using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Checks;
using PolicyAsCode.Language.Difference;
using PolicyAsCode.Language.Laws;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Language;

/// <summary>The door to the language: text in, model and mistakes out. Never throws for what a file contains.</summary>
public static class PolicyCompiler
{
    /// <summary>Mistakes that are shown; beyond these their number is.</summary>
    internal const int MostMistakes = 1000;

    /// <summary>The end of the name of a law.</summary>
    internal const string LawEnd = ".law.yaml";

    private const string Published = "published";
    private const string PolicyEnd = ".policy.yaml";
    private const string BindingsEnd = ".bindings.yaml";
    private const string NoticeEnd = ".notice.yaml";
    private const string TestsEnd = ".tests.yaml";
    private const string ModelsEnd = ".models.yaml";
    private const string VocabularyEnd = ".vocabulary.yaml";

    /// <summary>What a file is by its name; null for a file that is none of ours.</summary>
    public static PolicyFileKind? KindOf(string path)
    {
        if (!path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            return null;
        if (path.EndsWith(PolicyEnd, StringComparison.OrdinalIgnoreCase))
            return LiesInFolder(path, Published) ? PolicyFileKind.Published : PolicyFileKind.Policy;
        if (path.EndsWith(BindingsEnd, StringComparison.OrdinalIgnoreCase))
            return PolicyFileKind.Bindings;
        if (path.EndsWith(NoticeEnd, StringComparison.OrdinalIgnoreCase))
            return PolicyFileKind.Notice;
        if (path.EndsWith(TestsEnd, StringComparison.OrdinalIgnoreCase))
            return PolicyFileKind.Tests;
        if (path.EndsWith(LawEnd, StringComparison.OrdinalIgnoreCase))
            return PolicyFileKind.Law;
        if (path.EndsWith(ModelsEnd, StringComparison.OrdinalIgnoreCase))
            return PolicyFileKind.Models;
        if (path.EndsWith(VocabularyEnd, StringComparison.OrdinalIgnoreCase) && LiesInFolder(path, Published))
            return PolicyFileKind.PublishedVocabulary;
        return path.EndsWith(VocabularyEnd, StringComparison.OrdinalIgnoreCase) || LiesInFolder(path, "vocabulary")
            ? PolicyFileKind.Vocabulary
            : null;
    }

    /// <summary>
    /// Reads one file. The result depends on path and text alone, so that hosts can keep it per text.
    /// </summary>
    /// <exception cref="ArgumentException">The file is none of ours (<see cref="KindOf"/> is null).</exception>
    public static ParsedFile Parse(string path, string text)
    {
        var kind = KindOf(path)
            ?? throw new ArgumentException($"'{path}' is no policy, bindings or vocabulary file.", nameof(path));
        var tree = SyntaxReader.Read(path, text);
        return new(kind, tree);
    }

    /// <summary>Binds the files of a project together.</summary>
    /// <param name="files">All files in scope; policies of other names are left out.</param>
    /// <param name="policy">The name of the policy; null takes the only one.</param>
    /// <param name="asOf">The day whose dates count (<see cref="PolicyDates"/>); null checks no dates.</param>
    public static CompiledPolicy Compile(IEnumerable<ParsedFile> files, string? policy, CalendarDate? asOf)
    {
        var all = files.ToArray();
        Array.Sort(all, (one, other) => string.CompareOrdinal(one.Path, other.Path));
        var mistakes = new List<PolicyDiagnostic>();
        var vocabularies = all.Where(file => file.Kind == PolicyFileKind.Vocabulary).ToArray();
        mistakes.AddRange(vocabularies.SelectMany(file => file.Diagnostics));
        var vocabulary = VocabularyBinder.Extend(
            BuiltInVocabulary.Terms, vocabularies.Select(file => file.Tree), mistakes);

        var governing = PolicySelection.Select(all, policy, mistakes);
        if (governing is null)
            return new(null, BindingsModel.Empty, vocabulary, Sorted(mistakes));

        var name = PolicySelection.NameOf(governing);
        var joined = Composition.Of(governing, all, mistakes);
        mistakes.AddRange(joined.SelectMany(file => file.Diagnostics));
        var isExtended = all.Any(file => file.Kind == PolicyFileKind.Policy
            && Composition.NamesIn(file).Any(extended => extended.Value == name));
        var model = PolicyBinder.Bind(joined, isExtended, vocabulary, asOf, mistakes);

        model = model with
        {
            Laws = LawFollowing.Resolve(model.FollowsAt, all.Where(file => file.Kind == PolicyFileKind.Law), vocabulary, mistakes),
        };
        // A base is held against laws with each policy that extends it: what it lacks, they may say.
        // What cannot be read may be what a law asks for.
        if (!isExtended && mistakes.All(mistake => PolicyRules.IsEnforceable(mistake.Id)))
            LawChecks.Run(model, mistakes);
        BusinessDayCheck.Run(model, asOf, mistakes);

        if (joined.Count > 1 && mistakes.All(mistake => PolicyRules.IsEnforceable(mistake.Id)))
        {
            LooseningCheck.Run(Joined(joined.Take(joined.Count - 1)), model, governing.Path, mistakes);
            var bases = Composition.BasesOf(governing, all).ToArray();
            if (bases.Length > 1)
                foreach (var one in bases)
                    LooseningCheck.Between(
                        Joined(one), [.. one.Select(file => file.Path)], model, governing.Path, mistakes);
        }

        PolicyModel Joined(IEnumerable<ParsedFile> policies) =>
            PolicyBinder.Bind(policies, isExtended: true, vocabulary, asOf: null, []);

        // Nearest first: what the policy's own bindings say of a name counts before its bases'.
        var bound = BindingsModel.Empty;
        foreach (var one in joined.Reverse())
        {
            var own = FilesOf(PolicySelection.NameOf(one), PolicyFileKind.Bindings, all, mistakes).ToArray();
            mistakes.AddRange(own.SelectMany(file => file.Diagnostics));
            bound = bound.Join(BindingsBinder.Bind(own.Select(file => file.Tree), model, mistakes));
        }

        var models = all.Where(file => file.Kind == PolicyFileKind.Models).ToArray();
        mistakes.AddRange(models.SelectMany(file => file.Diagnostics));
        var libraries = ModelsBinder.Bind(models.Select(file => file.Tree), vocabulary, mistakes);

        var notices = new List<NoticeModel>();
        var noticeFiles = new List<SyntaxTree>();
        foreach (var one in joined)
        {
            var itsName = PolicySelection.NameOf(one);
            var itsFiles = FilesOf(itsName, PolicyFileKind.Notice, all, mistakes).ToArray();
            mistakes.AddRange(itsFiles.SelectMany(file => file.Diagnostics));
            noticeFiles.AddRange(itsFiles.Select(file => file.Tree));
            if (NoticeBinder.Bind(itsFiles.Select(file => file.Tree), itsName, vocabulary, mistakes) is { } itsNotice)
                notices.Add(itsNotice);
        }
        var notice = notices.FirstOrDefault(one => one.Policy == name);
        bool HasNotice(ParsedFile file) => notices.Exists(one => one.Policy == PolicySelection.NameOf(file));
        ClauseCheck.Run(notices, noticeFiles, joined.Where(HasNotice).Select(file => file.Tree).ToArray(),
            joined.Where(file => !HasNotice(file)).Select(file => file.Tree).ToArray(),
            all.Where(file => file.Kind == PolicyFileKind.Tests && file.PolicyName == name).Select(file => file.Tree).ToArray(),
            vocabulary, mistakes);

        var published = PublishedCheck.Run(governing, all, model, mistakes);
        var tests = TestsCheck.Run(all, name, model, mistakes);
        PolicySelection.ReportOrphans(all, mistakes);
        var cited = new CitedClauses(all);
        return new(model, bound, vocabulary,
        [
            .. Sorted(mistakes.Select(mistake => Enforced(mistake, model.Enforce)))
                .Select(mistake => cited.Behind(mistake, model.Changes)),
        ])
        {
            Libraries = libraries,
            Notice = notice,
            Tests = tests,
            Published = published,
        };
    }

    private static IEnumerable<ParsedFile> FilesOf(
        string policy, PolicyFileKind kind, IEnumerable<ParsedFile> all, ICollection<PolicyDiagnostic> mistakes) =>
        all.Where(file => file.Kind == kind && PolicySelection.Belongs(file, policy, mistakes));

    // What is only observed is a note, whatever the policy says of its rule: nobody is to fail for it.
    private static PolicyDiagnostic Enforced(PolicyDiagnostic mistake, Enforcement enforce) =>
        mistake.Severity != PolicySeverity.Observe && PolicyRules.IsEnforceable(mistake.Id)
        && enforce.OwnOf(mistake.Id) is { } severity
            ? mistake with { Severity = severity }
            : mistake;

    private static ImmutableArray<PolicyDiagnostic> Sorted(IEnumerable<PolicyDiagnostic> mistakes)
    {
        var sorted = mistakes.Distinct().ToArray();
        Array.Sort(sorted, InOrder);
        if (sorted.Length <= MostMistakes)
            return [.. sorted];

        var last = sorted[MostMistakes - 1];
        return
        [
            .. sorted.Take(MostMistakes - 1),
            new(PolicyRules.BeyondLimits, PolicySeverity.Error,
                Message.Of("Selection.MoreMistakes", sorted.Length - MostMistakes + 1), last.Location),
        ];
    }

    private static int InOrder(PolicyDiagnostic one, PolicyDiagnostic other)
    {
        var order = string.CompareOrdinal(one.Location.Path, other.Location.Path);
        if (order == 0)
            order = one.Location.Range.Offset.CompareTo(other.Location.Range.Offset);
        if (order == 0)
            order = string.CompareOrdinal(one.Id, other.Id);
        return order != 0 ? order : string.CompareOrdinal(one.Message, other.Message);
    }

    private static bool LiesInFolder(string path, string folder)
    {
        var folders = path.Split('/', '\\');
        return folders.Length > 1
            && string.Equals(folders[folders.Length - 2], folder, StringComparison.OrdinalIgnoreCase);
    }
}
