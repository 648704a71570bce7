using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>Reads notice files: a published notice, clause by clause.</summary>
internal static class NoticeBinder
{
    private static readonly Key<Message> s_says =
        new("says", Values.Sentence, Message.Of("Keys.ClauseSays"));
    private static readonly Key<Located<Keeper>[]> s_keptBy = new("kept-by",
        Values.List(Values.Choice(
            ("analyzer", Keeper.Analyzer), ("policy", Keeper.Policy), ("generated-code", Keeper.GeneratedCode),
            ("organisation", Keeper.Organisation))),
        Message.Of("Keys.ClauseKeptBy"));

    /// <summary>What can be said of a clause.</summary>
    public static readonly Shape ClauseShape = new(Message.Of("Shapes.Clause"), s_says, s_keptBy);

    private static readonly Key<string> s_notice =
        new("notice", Values.Name, Message.Of("Keys.NoticePolicy"));
    private static readonly Key<string> s_language =
        new("language", Values.Name, Message.Of("Keys.NoticeLanguage"));
    private static readonly Key<string> s_file = new("file", Values.Text, Message.Of("Keys.NoticeFile"));
    private static readonly Key<CalendarDate> s_published =
        new("published", Values.Date, Message.Of("Keys.NoticePublished"));
    private static readonly Key<SyntaxNode> s_clauses =
        new("clauses", Groups.ByName(ClauseShape), Message.Of("Keys.NoticeClauses"));

    /// <summary>The keys of such a file.</summary>
    public static readonly Shape Shape =
        new(Message.Of("Shapes.NoticeFile"), s_notice, s_language, s_file, s_published, s_clauses);

    /// <summary>Reads the notice of a policy; null where no file holds one.</summary>
    /// <param name="files">Those that belong to the policy, by path; a second one is reported.</param>
    /// <param name="policy">The policy's name.</param>
    /// <param name="vocabulary">The words of the policy.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static NoticeModel? Bind(
        IEnumerable<SyntaxTree> files, string policy, Vocabulary vocabulary, ICollection<PolicyDiagnostic> mistakes)
    {
        NoticeModel? notice = null;
        foreach (var file in files)
        {
            var context = new BindingContext(file.Path, vocabulary, mistakes);
            var read = Bind(file, policy, context);
            if (notice is null)
                notice = read;
            else
                context.Report(PolicyRules.Duplicate, read.Location,
                    Message.Of("Notice.Second", policy, notice.Location.Path));
        }
        return notice;
    }

    private static NoticeModel Bind(SyntaxTree file, string policy, BindingContext context)
    {
        var head = file.Root.Entries.IsEmpty ? file.Root.Range : file.Root.Entries[0].Key.Range;
        var root = Fields.Read(file.Root, Shape, head, context);
        root.TryRequire(s_notice, Message.Of("Notice.TheFile"), out _);
        var language = root.Read(s_language);
        var path = root.Read(s_file);
        CalendarDate? published = root.ReadOptional(s_published);
        root.TryRequire(s_clauses, Message.Of("Notice.TheFile"), out var section);
        return new()
        {
            Policy = policy,
            Language = language,
            File = path,
            Published = published,
            Clauses = Clauses(section, context).ToImmutableArray(),
            Location = context.Locate(root.Node(s_notice)?.Range ?? head),
        };
    }

    private static IEnumerable<NoticeClause> Clauses(SyntaxNode? section, BindingContext context)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Clauses")))
        {
            var fields = Fields.Read(entry.Value, ClauseShape, entry.Key.Range, context, mayBeEmpty: true);
            var says = fields.Read(s_says);
            var keptBy = fields.Read(s_keptBy).Values();
            if (WordForms.IsClauseId(entry.Key.Value))
                yield return new(entry.Key.Value, says, keptBy, context.Locate(entry.Key.Range));
            else
                context.Report(PolicyRules.WrongValue, entry.Key.Range, Message.Of("Notice.NoId", entry.Key.Value));
        }
    }
}
