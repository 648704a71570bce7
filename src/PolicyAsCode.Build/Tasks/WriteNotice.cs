using Microsoft.Build.Framework;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Reports.Notices;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Build;

/// <summary>
/// Writes the privacy notice that a policy stands for, as <c>policy notice --format html</c> does: what an application shows is
/// what its build is held to.
/// </summary>
public sealed class WriteNotice : PolicyTask
{
    /// <summary>The policy, its bindings and its vocabulary, by full path, with <c>|</c> between them.</summary>
    [Required]
    public string Files { get; set; } = "";

    /// <summary>The name of the policy.</summary>
    [Required]
    public string Policy { get; set; } = "";

    /// <summary>The files to be written, each with its language as the metadata <c>NoticeLanguage</c>: <c>en</c> or <c>id</c>.</summary>
    [Required]
    public ITaskItem[] Notices { get; set; } = [];

    /// <summary>An empty file that says that they were written for what is asked now. A policy with mistakes leaves none.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    private protected override Message Loss => Say.This("NoticeNotWritten");

    private protected override void Run()
    {
        var compiled = PolicyCompiler.Compile(PolicyFiles.Parse(Files.Split(['|'], StringSplitOptions.RemoveEmptyEntries)), Policy, null);
        foreach (var notice in Notices)
        {
            if (!MessageLanguages.TryParse(notice.GetMetadata("NoticeLanguage"), out var language))
                Report(PolicySeverity.Error, BuildDay.Mistaken, null, default, Say.This("NoNoticeLanguage", notice.GetMetadata("NoticeLanguage")));
            // Its own mistakes are told by the build's check.
            else if (compiled.Model is { } model)
                OutputFile.WriteWhenDifferent(notice.GetMetadata("FullPath"), NoticePage.Write(NoticeBuilder.Build(model, new ReportWords(language))));
        }

        if (compiled.Model is not null && !Log.HasLoggedErrors)
            OutputFile.Stamp(Stamp);
    }
}
