using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>
/// <c>measure: {}</c>: no program can keep it. Somebody does, who is named, and looks at it again: a measure of the policy
/// names the article under <c>keeps:</c>.
/// </summary>
internal sealed class MeasureCondition(Fields fields, LawPack law, string articles) : LawCondition
{
    public static readonly Shape Shape =
        new(Message.Of("Laws.ShapeMeasure"), Occasion.Bases, Occasion.Purposes, Occasion.Data);

    // Of several articles, a measure that names one keeps the duty.
    private readonly HashSet<string> _citations = new(CitationsOf(law, articles), StringComparer.OrdinalIgnoreCase);
    private readonly string _citation = $"{law.ShortName} art. {articles.Split(',')[0]}";
    private readonly Occasion _when = new(fields);

    public override void Check(LawCheck check)
    {
        if (!_when.Arises(check.Policy) || check.Policy.Measures.Any(IsKeptBy))
            return;
        // What names no article at all was most likely meant to name this one, and is where it is to be mended.
        if (NamesNothing(check.Policy) is var (word, place))
            check.NotMet(place, Message.Of("Laws.KeepsNothing", word, _citation), Message.Of("Laws.MendKeeps", _citation));
        else
            check.NotMet(null, Message.Of("Laws.NoMeasure", _citation), Message.Of("Laws.MendMeasure", _citation));
    }

    public override bool BearsOn(Statement statement, PolicyModel policy) =>
        statement is MeasureStatement measure && IsKeptBy(measure);

    private static (string Word, FileLocation Place)? NamesNothing(PolicyModel policy)
    {
        var known = new HashSet<string>(
            policy.Laws.SelectMany(law => law.Pack.Articles.SelectMany(one => CitationsOf(law.Pack, one.Article))),
            StringComparer.OrdinalIgnoreCase);
        foreach (var measure in policy.Measures)
            for (var i = 0; i < measure.Keeps.Length; i++)
                if (!known.Contains(measure.Keeps[i]))
                    return (measure.Keeps[i], measure.KeepsAt[i]);
        return null;
    }

    private static IEnumerable<string> CitationsOf(LawPack law, string articles) =>
        from name in new[] { law.ShortName, law.Name }
        from article in articles.Split(',').Append(articles)
        select $"{name} art. {article.Trim()}";

    private bool IsKeptBy(MeasureStatement measure) => measure.Keeps.Any(_citations.Contains);
}
