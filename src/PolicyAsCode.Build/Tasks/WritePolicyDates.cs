using Microsoft.Build.Framework;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Build;

/// <summary>
/// Writes the last day on which a date of the policy passed into a small file that the compiler reads. It changes only
/// when a date passes, so that a new day rebuilds nothing.
/// </summary>
public sealed class WritePolicyDates : PolicyTask
{
    // The first day of the calendar: no date has passed. Also what a policy that cannot be read gets, since the
    // compiler needs the file, and the check says what is wrong.
    private static readonly CalendarDate NothingPassed = new(1, 1, 1);

    /// <summary>The policy, its bindings and its vocabulary, by full path.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The name of the policy.</summary>
    [Required]
    public string Policy { get; set; } = "";

    /// <summary>The day of the build, <c>yyyy-MM-dd</c>.</summary>
    [Required]
    public string Today { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Required]
    public string Output { get; set; } = "";

    /// <summary>The file that says that it was done for this policy and this day.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    private protected override Message Loss => Say.This("NoDates");

    private protected override void Run()
    {
        if (!BuildDay.TryRead(Today, out var today, out var mistake))
        {
            Report(PolicySeverity.Error, BuildDay.Mistaken, null, default, mistake!);
            return;
        }

        try
        {
            var files = PolicyFiles.Parse(Files.Select(file => file.ItemSpec));
            var model = PolicyCompiler.Compile(files, Policy, asOf: null).Model;
            Write(model is null ? NothingPassed : PolicyDates.LastPassed(model, today));
        }
        catch (UnreadableFileException unreadable) when (unreadable.Path != Output)
        {
            // Not said here: the check that follows says it, once a solution.
            Write(NothingPassed);
            return;
        }
        OutputFile.Stamp(Stamp);
    }

    private void Write(CalendarDate passed) => OutputFile.WriteWhenDifferent(Output, passed + "\n");
}
