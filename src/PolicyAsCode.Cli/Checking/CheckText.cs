using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Checking;

/// <summary>A check for people and compilers' readers: a line a finding, and their number.</summary>
internal static class CheckText
{
    /// <summary>Writes it.</summary>
    public static void Write(CheckReport report, CommandHost host)
    {
        foreach (var found in report.Found)
            DiagnosticText.Write(found, report.Language, host);

        var words = new Words(report.Language);
        var colours = new Colours(host.HasColours);
        var policies = words.Count("Check.Policies", report.Policies.Length);
        if (report.Found.IsEmpty)
        {
            host.Out.WriteLine(words.Say("Check.Clean", policies, colours.Green(words.Say("Check.NoMistakes"))));
            return;
        }
        host.Out.WriteLine();
        var errors = words.Count("Check.Errors", report.Errors);
        var warnings = words.Count("Check.Warnings", report.Warnings);
        host.Out.WriteLine(words.Say(
            "Check.Total",
            policies,
            report.Errors > 0 ? colours.Red(errors) : colours.Green(errors),
            report.Warnings > 0 ? colours.Yellow(warnings) : warnings,
            words.Count("Check.Notes", report.Notes)));
        if (report.Errors == 0 && report.Warnings == 0)
            host.Out.WriteLine(words.Say("Check.NotesFailNothing"));
    }
}
