using System.Collections.Immutable;
using System.Xml;
using Microsoft.Build.Framework;
using PolicyAsCode.Build.Solution;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Solution;
using PolicyAsCode.Reports;
using PolicyAsCode.Reports.Building;
using PolicyAsCode.Reports.Results;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Build;

/// <summary>Writes the report of a policy, over a program and all that it is made of: what <c>policy report</c> writes.</summary>
public sealed class WriteReport : PolicyTask
{
    private const string NotReadable = "PAC9006";

    /// <summary>The assemblies that were built.</summary>
    [Required]
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>The policy, its bindings, its vocabulary and its notice, by full path, with <c>|</c> between them.</summary>
    [Required]
    public string Files { get; set; } = "";

    /// <summary>The name of the policy.</summary>
    [Required]
    public string Policy { get; set; } = "";

    /// <summary>Where it is written; the end of its name says how: <c>.html</c>, <c>.md</c>, <c>.csv</c> or <c>.json</c>.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>Result files of <c>dotnet test --logger trx</c>.</summary>
    public ITaskItem[] Results { get; set; } = [];

    /// <summary>The day from which days are counted, <c>yyyy-MM-dd</c>; empty counts none.</summary>
    public string AsOf { get; set; } = "";

    /// <summary>The language of the report, where it is not that of the findings.</summary>
    public string ReportLanguage { get; set; } = "";

    private protected override Message Loss => Say.This("ReportNotWritten");

    private protected override void Run()
    {
        CalendarDate? asOf = null;
        if (AsOf.Length > 0)
        {
            if (!BuildDay.TryRead(AsOf, out var day, out var mistake))
            {
                Report(PolicySeverity.Error, BuildDay.Mistaken, null, default, mistake!);
                return;
            }
            asOf = day;
        }
        var format = ReportFormat.All.FirstOrDefault(one => File.EndsWith(one.End, StringComparison.OrdinalIgnoreCase)).Name;
        if (format is null)
        {
            Report(PolicySeverity.Error, NotReadable, File, default, Say.This("ReportFormat", ReportFormat.All.Select(one => one.End)));
            return;
        }

        var compiled = PolicyCompiler.Compile(
            PolicyFiles.Parse(Files.Split(['|'], StringSplitOptions.RemoveEmptyEntries)), Policy, asOf);
        // Its own mistakes have been told by the build before.
        if (compiled.Model is null)
            return;
        var source = new ReportSource([compiled]) { Assemblies = ReadAssemblies(), AsOf = asOf, Tests = ReadResults() };
        if (Log.HasLoggedErrors)
            return;
        var words = new ReportWords(MessageLanguages.TryParse(ReportLanguage, out var language) ? language : Told);
        OutputFile.WriteWhenDifferent(File, ReportFormat.Write(ReportBuilder.Build(source, words), format));
        Log.LogMessage(MessageImportance.High, "{0}", Say.This("ReportWritten", File).In(Told));
    }

    private ImmutableArray<BuiltAssembly> ReadAssemblies()
    {
        var assemblies = ImmutableArray.CreateBuilder<BuiltAssembly>();
        foreach (var path in Assemblies.Select(item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal))
            if (BuiltAssemblies.Read(path, Path.GetFileName(path), out var unreadable) is { } read)
                assemblies.Add(read);
            else
                Report(PolicySeverity.Error, NotReadable, path, default, unreadable!);
        return assemblies.ToImmutable();
    }

    private TestResults ReadResults()
    {
        try
        {
            var results = TestResults.Of(Results.Select(item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal));
            foreach (var (file, isStale) in results.LeftOut)
            {
                var (path, moment) = (file.Path, ResultTexts.Moment(file.To));
                var leftOut = isStale ? Say.This("ReportResultsStale", path, moment) : Say.This("ReportResultsEarlier", path, moment);
                Log.LogMessage(MessageImportance.High, "{0}", leftOut.In(Told));
            }

            return results;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException or BadImageFormatException)
        {
            Report(PolicySeverity.Error, NotReadable, Results[0].GetMetadata("FullPath"), default, Say.This("ReportResults", fault.Message));
            return new();
        }
    }
}
