using Microsoft.Build.Framework;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build;

/// <summary>
/// Finds the one of several policies that governs a project which names none: the one that no other extends.
/// </summary>
public sealed class FindPolicy : PolicyTask
{
    /// <summary>The policies in scope, by full path.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The name of the policy; empty where there is none, or more than one.</summary>
    [Output]
    public string Policy { get; private set; } = "";

    private protected override Message Loss => Say.This("NotFound");

    private protected override void Run()
    {
        var files = PolicyFiles.Parse(Files.Select(file => file.ItemSpec));
        Policy = PolicyCompiler.Compile(files, policy: null, asOf: null).Model?.Header.Name ?? "";
    }
}
