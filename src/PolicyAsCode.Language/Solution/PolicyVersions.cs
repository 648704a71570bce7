using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Solution;

/// <summary>PAC1029: a project was compiled under another version of the policy than the one that is asked about.</summary>
internal static class PolicyVersions
{
    public static void Ask(SolutionCode code, SolutionAnswers answers)
    {
        var header = code.Policy.Model!.Header;
        var others = code.Governed.Where(one => one.Inventory!.Version != header.Version)
            .Select(one => Message.Of("Solution.OfVersion", one.Name, one.Inventory!.Version)).ToList();
        if (others.Count > 0)
            answers.Add(
                PolicyRules.VersionsDiffer, header.Location,
                Message.Of("Solution.VersionsDiffer", Message.Joined(", ", others), header.Name, header.Version));
    }
}
