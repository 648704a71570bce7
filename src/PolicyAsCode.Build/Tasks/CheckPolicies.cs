using Microsoft.Build.Framework;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Build;

/// <summary>
/// Checks the policy that governs a project, with its bindings and vocabulary, and logs every mistake at its place.
/// </summary>
public sealed class CheckPolicies : PolicyTask
{
    // Comes through a global property, where a list of items would be taken apart at a ';' in a path.
    /// <summary>The policy, its bindings and its vocabulary, by full path, with <c>|</c> between them.</summary>
    [Required]
    public string Files { get; set; } = "";

    /// <summary>The name of the policy.</summary>
    [Required]
    public string Policy { get; set; } = "";

    /// <summary>The day whose dates count, <c>yyyy-MM-dd</c>.</summary>
    [Required]
    public string Today { get; set; } = "";

    /// <summary>Whether nothing was found that should be shown again by the next build.</summary>
    [Output]
    public bool Clean { get; private set; }

    private protected override Message Loss => Say.This("NotChecked");

    private protected override void Run()
    {
        if (!BuildDay.TryRead(Today, out var today, out var mistake))
        {
            Report(PolicySeverity.Error, BuildDay.Mistaken, null, default, mistake!);
            return;
        }

        if (Language.Trim().Length > 0 && !MessageLanguages.TryParse(Language.Trim(), out _))
            Report(PolicySeverity.Error, BuildDay.Mistaken, null, default, Say.This("NoLanguage", Language));

        var compiled = PolicyCompiler.Compile(PolicyFiles.Parse(Paths), Policy, today);
        foreach (var found in compiled.Diagnostics)
            Report(found.Severity, found.Id, found.Location.Path, found.Location.Range, found.MessageIn(Told));

        Clean = !Log.HasLoggedErrors
            && compiled.Diagnostics.All(found => found.Severity == PolicySeverity.Observe);
    }

    private string[] Paths => Files.Split(['|'], StringSplitOptions.RemoveEmptyEntries);
}
