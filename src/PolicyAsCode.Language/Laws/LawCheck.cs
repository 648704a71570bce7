using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Laws;

/// <summary>The check of one policy against one article, and where its findings go.</summary>
internal sealed class LawCheck(
    PolicyModel policy, FollowedLaw law, LawArticle article, BusinessDays? businessDays,
    ICollection<PolicyDiagnostic> findings)
{
    /// <summary>The policy.</summary>
    public PolicyModel Policy => policy;

    /// <summary>The law.</summary>
    public LawPack Law => law.Pack;

    /// <summary>On which days the controller works; null where it does not say.</summary>
    public BusinessDays? BusinessDays => businessDays;

    /// <summary>PAC1010: a duty that the policy does not meet.</summary>
    /// <param name="location">The statement; null where nothing is stated, which is shown at the law's name.</param>
    /// <param name="what">What is missing.</param>
    /// <param name="mend">What would mend it.</param>
    public void NotMet(FileLocation? location, Message what, Message mend) =>
        Report(PolicyRules.DutyNotMet, location ?? law.Location, what, mend, isNote: false);

    /// <summary>PAC1010: what may well meet a duty, and does not say how. A warning; a note where <paramref name="isNote"/>.</summary>
    /// <param name="location">The statement.</param>
    /// <param name="what">What makes one doubt.</param>
    /// <param name="mend">What would settle it.</param>
    /// <param name="isNote">Whether it fails nothing, whatever the policy says of the rule.</param>
    public void Doubtful(FileLocation location, Message what, Message mend, bool isNote = false) =>
        Report(PolicyRules.DutyNotMet, location, what, mend, isNote, PolicySeverity.Warning);

    /// <summary>PAC1011: a law that is stricter than what is promised.</summary>
    /// <param name="location">The statement.</param>
    /// <param name="what">What is promised, and what the law gives.</param>
    /// <param name="mend">What would mend it.</param>
    /// <param name="isDecided">Whether the policy does what the law asks, by a decision beside the promise.</param>
    public void Stricter(FileLocation location, Message what, Message mend, bool isDecided = false) =>
        Report(PolicyRules.LawStricter, location, what, mend, isDecided);

    private void Report(string rule, FileLocation location, Message what, Message mend, bool isNote, PolicySeverity? usual = null)
    {
        var severity = isNote || article.OnlyIf is not null ? PolicySeverity.Observe : usual ?? PolicyRules.DefaultSeverity(rule);
        var condition = article.OnlyIf is { } onlyIf ? Message.Of("Laws.OnlyIf", onlyIf) : null;
        findings.Add(new(rule, severity,
            Message.Sentences(what, Message.Of("Laws.Asks", article.Citation, article.Duty), condition, mend), location));
    }
}
