using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Cli.Testing;

/// <summary>Tests for people: what is not met, at its line, and how many were asked.</summary>
internal static class TestText
{
    /// <summary>Writes it.</summary>
    public static void Write(TestReport report, bool all, CommandHost host)
    {
        var words = new Words(report.Language);
        foreach (var policy in report.Policies)
        {
            foreach (var mistake in policy.Mistakes)
                DiagnosticText.Write(mistake, report.Language, host);
            foreach (var result in policy.Results.Where(result => all || !result.Passed))
                WriteResult(result, words, host);
            host.Out.WriteLine(Total(policy, words, new(host.HasColours)));
        }
    }

    private static void WriteResult(TestResult result, Words words, CommandHost host)
    {
        var colours = new Colours(host.HasColours);
        var place = colours.Dim(DiagnosticText.PlaceOf(result.Expectation.Location));
        host.Out.WriteLine(result.Passed
            ? $"{place}: {colours.Green(words.Say("Test.Met"))}: {Answered(result, words)}"
            : $"{place}: {colours.Red(words.Say("Test.Failed"))}: {PolicyTests.Describe(result).In(words.Language)}");
    }

    private static string Answered(TestResult result, Words words)
    {
        var reason = result.Reason.In(words.Language);
        return result.Expectation.Question is KeepQuestion or RightQuestion ? reason : result.Answer switch
        {
            Answer.Allowed => words.Say("Test.Allowed", reason),
            Answer.Refused => words.Say("Test.Refused", reason),
            _ => words.Say("Test.Unknown", reason),
        };
    }

    private static string Total(TestedPolicy policy, Words words, Colours colours)
    {
        if (policy.Results.IsEmpty)
            return words.Say("Test.None", policy.Name);
        var asked = words.Count("Test.Asked", policy.Results.Length);
        var failed = policy.Failed.Count();
        return failed == 0
            ? words.Say("Test.AllMet", policy.Name, asked, colours.Green(words.Say("Test.All")))
            : words.Say("Test.NotAllMet", policy.Name, asked, colours.Red(words.Count("Test.NotMet", failed)));
    }
}
