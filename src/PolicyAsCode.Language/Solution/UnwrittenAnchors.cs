using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Solution;

/// <summary>
/// PAC1027: retention counts from an event that no member records, or from one whose members nobody writes: then it never
/// begins, and the data stays.
/// </summary>
internal static class UnwrittenAnchors
{
    public static void Ask(SolutionCode code, SolutionAnswers answers)
    {
        var recorded = code.Said(TermKind.Anchor).ToLookup(one => one.Term, one => one.Code);
        foreach (var of in code.Policy.Model!.Data.Where(data => data.Keep?.From is not null && IsStored(data, code))
            .GroupBy(data => data.Keep!.From!))
        {
            var keep = of.First().Keep!;
            var categories = of.Select(data => data.Category.Key).Distinct().ToList();
            var members = recorded[of.Key].Distinct().OrderBy(member => member, StringComparer.Ordinal).ToList();
            var unwritten = members.Where(member => code.IsOurs(member) && !code.MayWrite(member))
                .Select(SolutionCode.Shown).ToList();
            if (members.Count == 0)
                answers.Add(
                    PolicyRules.AnchorUnwritten, keep.Location,
                    Message.Of("Solution.AnchorUnrecorded", of.Key.Key, categories));
            else if (unwritten.Count > 0)
                answers.Add(
                    PolicyRules.AnchorUnwritten, keep.Location,
                    Message.Of("Solution.AnchorUnwritten", of.Key.Key, unwritten, categories));
        }
    }

    private static bool IsStored(DataStatement data, SolutionCode code) => code.Held.Any(held =>
        held.IsStored && VacuousStatements.IsAbout(held, data.Category, data.Subjects, code));
}
