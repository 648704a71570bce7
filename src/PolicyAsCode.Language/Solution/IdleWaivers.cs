using System.Text.RegularExpressions;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Solution;

/// <summary>PAC1028: a waiver names code that is not there, and so silences nothing.</summary>
internal static class IdleWaivers
{
    public static void Ask(SolutionCode code, SolutionAnswers answers)
    {
        var waivers = code.Policy.Model!.Waivers;
        if (waivers.IsEmpty)
            return;
        var names = new HashSet<string>(
            code.Governed.SelectMany(one => one.Defined).Select(WithoutArity), StringComparer.Ordinal);
        foreach (var waiver in waivers)
            if (!Meets(waiver.At, names))
                answers.Add(
                    PolicyRules.WaiverSilencesNothing, waiver.Location,
                    Message.Of("Solution.WaiverIdle", waiver.Rule, waiver.At));
    }

    // A constructor is called like its type where a waiver is matched.
    private static bool Meets(string place, HashSet<string> names)
    {
        if (place.EndsWith("*", StringComparison.Ordinal))
        {
            var start = place.Substring(0, place.Length - 1);
            return names.Any(name => name.StartsWith(start, StringComparison.Ordinal));
        }
        return names.Contains(place)
            || names.Any(name => name.StartsWith(place + ".", StringComparison.Ordinal))
            || place.LastIndexOf('.') is > 0 and var dot && names.Contains(place.Substring(0, dot))
                && place.Substring(0, dot).EndsWith("." + place.Substring(dot + 1), StringComparison.Ordinal);
    }

    private static string WithoutArity(string name) => name.IndexOf('`') < 0 ? name : Regex.Replace(name, "`[0-9]+", "");
}
