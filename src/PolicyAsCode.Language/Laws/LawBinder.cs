using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Laws.Conditions;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Laws;

/// <summary>Reads a law file: the law, and what it asks article by article, each with one condition.</summary>
internal sealed class LawBinder
{
    private static readonly Key<string> s_english = new("en", Values.Text, Message.Of("Laws.KeyEnglish"));
    private static readonly Key<string> s_indonesian = new("id", Values.Text, Message.Of("Laws.KeyIndonesian"));
    private static readonly Shape s_textShape = new(Message.Of("Laws.ShapeText"), s_english, s_indonesian);

    private static readonly Key<string> s_law = new("law", Values.Name, Message.Of("Laws.KeyLawName"));
    private static readonly Key<string> s_short = new("short", Values.Text, Message.Of("Laws.KeyLawShort"));
    private static readonly Key<SyntaxNode> s_title = new("title", Groups.Of(s_textShape), Message.Of("Laws.KeyLawTitle"));
    private static readonly Key<string> s_source = new("source", Values.Text, Message.Of("Laws.KeyLawSource"));
    private static readonly Key<Located<string>[]> s_area =
        new("area", Values.List(RegionValue.Any), Message.Of("Laws.KeyLawArea"));
    private static readonly Key<string> s_article = new("article", Values.Text, Message.Of("Laws.KeyArticle"));
    private static readonly Key<SyntaxNode> s_duty = new("duty", Groups.Of(s_textShape), Message.Of("Laws.KeyDuty"));
    private static readonly Key<CheckedAgainst> s_checked = new("checked",
        Values.Choice(("text", CheckedAgainst.Text), ("secondary", CheckedAgainst.Secondary), ("no", CheckedAgainst.Nothing)),
        Message.Of("Laws.KeyChecked"));
    private static readonly Key<SyntaxNode> s_onlyIf =
        new("only-if", Groups.Of(s_textShape), Message.Of("Laws.KeyOnlyIfFacts"));
    private static readonly Shape s_articleShape = new(Message.Of("Laws.ShapeArticle"),
        [s_article, s_title, s_duty, s_source, s_checked, s_onlyIf, .. LawConditions.All.Select(kind => kind.Key)]);

    private static readonly Key<SyntaxNode> s_articles =
        new("articles", Groups.List(s_articleShape), Message.Of("Laws.KeyLawArticles"));
    /// <summary>What can be said of a law.</summary>
    public static readonly Shape Shape = new(Message.Of("Laws.ShapeLaw"), s_law, s_short, s_title, s_source, s_area, s_articles);

    private readonly BindingContext _context;

    private LawBinder(BindingContext context) => _context = context;

    /// <summary>Reads a law; what could not be read of it is left out.</summary>
    public static LawPack Bind(SyntaxTree tree, Vocabulary vocabulary, ICollection<PolicyDiagnostic> mistakes) =>
        new LawBinder(new(tree.Path, vocabulary, mistakes)).Bind(tree);

    private LawPack Bind(SyntaxTree tree)
    {
        var root = Fields.Read(tree.Root, Shape, tree.Root.Range, _context);
        var isNamed = root.TryRequire(s_law, Message.Of("Laws.TheLaw"), out var name);
        root.TryRequire(s_short, Message.Of("Laws.TheLaw"), out var shortName);
        root.TryRequire(s_source, Message.Of("Laws.TheLaw"), out var source);
        var law = new LawPack
        {
            Name = isNamed ? name : "",
            ShortName = shortName ?? name ?? "",
            Title = Text(root, s_title, Message.Of("Laws.TheLaw")),
            Source = source ?? "",
            Area = root.Read(s_area).Values(),
            Location = _context.Locate(root.Node(s_law)?.Range ?? root.Owner),
        };
        root.TryRequire(s_articles, Message.Of("Laws.TheLaw"), out var articles);
        law.Articles = [.. Items.Of(articles, Message.Of("Laws.Articles"), _context).Select(item => Article(item, law)).OfType<LawArticle>()];
        return law;
    }

    private LawArticle? Article(SyntaxNode item, LawPack law)
    {
        var fields = Fields.Read(item, s_articleShape, Items.Head(item), _context);
        var isNamed = fields.TryRequire(s_article, Message.Of("Laws.TheArticle"), out var article);
        var whose = Message.Quoted(article ?? "");
        var title = Text(fields, s_title, whose);
        var duty = Text(fields, s_duty, whose);
        fields.TryRequire(s_checked, whose, out var isChecked);
        var kinds = LawConditions.All.Where(kind => fields.Has(kind.Key)).ToArray();
        if (kinds.Length != 1 && !fields.IsDamaged)
            _context.Report(PolicyRules.MissingPart, fields.Owner,
                Message.Of("Laws.OneCondition", whose, LawConditions.All.Select(kind => kind.Key.Name).ToArray()));
        var conditions = kinds.Select(kind => kind.Read(fields, law, article ?? "", _context)).ToArray();
        if (!isNamed || article is null || conditions is not [{ } condition])
            return null;
        return new(condition)
        {
            Law = law.Name,
            Article = article,
            Citation = $"{law.ShortName} art. {article}",
            Title = title,
            Duty = duty,
            Source = fields.Read(s_source) ?? law.Source,
            Checked = isChecked,
            OnlyIf = fields.Has(s_onlyIf) ? Text(fields, s_onlyIf, whose) : null,
            Location = _context.Locate(fields.Node(s_article)!.Range),
        };
    }

    private Message Text(Fields fields, Key<SyntaxNode> key, Message whose)
    {
        if (!fields.TryRequire(key, whose, out var node))
            return Message.Verbatim("");
        var texts = Fields.Read(node, s_textShape, fields.Place(key), _context);
        texts.TryRequire(s_english, whose, out var english);
        texts.TryRequire(s_indonesian, whose, out var indonesian);
        return Message.InEach(english ?? "", indonesian ?? "");
    }
}
