using Microsoft.Build.Framework;
using PolicyAsCode.Build.Solution;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Solution;

namespace PolicyAsCode.Build;

/// <summary>
/// Asks what no single project can answer, over a program and all that it is made of, and logs each finding at the
/// policy's line.
/// </summary>
public sealed class CheckSolution : PolicyTask
{
    private const string NotReadable = "PAC9006";

    /// <summary>The assemblies that were built; those that no policy governs say nothing, and are read all the same.</summary>
    [Required]
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>The policy, its bindings, its vocabulary and its notice, by full path, with <c>|</c> between them.</summary>
    [Required]
    public string Files { get; set; } = "";

    /// <summary>The name of the policy.</summary>
    [Required]
    public string Policy { get; set; } = "";

    /// <summary>The day whose dates count, <c>yyyy-MM-dd</c>.</summary>
    [Required]
    public string Today { get; set; } = "";

    private protected override Message Loss => Say.This("SolutionNotChecked");

    private protected override void Run()
    {
        if (!BuildDay.TryRead(Today, out var today, out var mistake))
        {
            Report(PolicySeverity.Error, BuildDay.Mistaken, null, default, mistake!);
            return;
        }

        var compiled = PolicyCompiler.Compile(
            PolicyFiles.Parse(Files.Split(['|'], StringSplitOptions.RemoveEmptyEntries)), Policy, today);
        // Its own mistakes have been told by the build before.
        if (compiled.Model is null || compiled.Diagnostics.Any(found => found.Severity == PolicySeverity.Error))
            return;

        var assemblies = new List<BuiltAssembly>();
        foreach (var path in Assemblies.Select(item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal))
            if (BuiltAssemblies.Read(path, Path.GetFileName(path), out var unreadable) is { } read)
                assemblies.Add(read);
            else
                Report(PolicySeverity.Error, NotReadable, path, default, unreadable!);
        if (Log.HasLoggedErrors)
            return;

        var code = SolutionCode.Of(compiled, assemblies);
        if (code.Governed.IsEmpty)
            Report(PolicySeverity.Error, NotReadable, null, default, Say.This("NoInventory", Policy));
        else
            foreach (var found in SolutionQuestions.Ask(code))
                Report(found.Severity, found.Id, found.Location.Path, found.Location.Range, found.MessageIn(Told));
    }
}
