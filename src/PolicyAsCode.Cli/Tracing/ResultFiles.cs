using System.Xml;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Reports.Results;

namespace PolicyAsCode.Cli.Tracing;

/// <summary>Reads the result files that a call names, and those of the folders that it names.</summary>
internal static class ResultFiles
{
    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A file is not there, or is no such file; or a folder holds none.</exception>
    public static TestResults Read(IEnumerable<string> files, string? assemblies, CommandHost host)
    {
        var named = files.ToArray();
        try
        {
            return TestResults.Of(
                named.SelectMany(file => FilesOf(Path.GetFullPath(file, host.Folder))).Distinct(StringComparer.Ordinal),
                assemblies is null ? null : Path.GetFullPath(assemblies, host.Folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException or BadImageFormatException)
        {
            throw new UsageException("Usage.NoResults", string.Join(", ", named), FileFault.Of(fault));
        }
    }

    /// <summary>The files that do not count, a line each: <c>  results/shop.trx (2026-11-22 09:00 UTC): of an earlier run</c>.</summary>
    public static IEnumerable<string> LeftOut(TestResults results, Words words, CommandHost host) =>
        results.LeftOut.Select(one => words.Say(
            one.IsStale ? "Trace.LeftOutStale" : "Trace.LeftOutEarlier",
            Path.GetRelativePath(host.Folder, one.File.Path).Replace('\\', '/'), ResultTexts.Moment(one.File.To)));

    private static IReadOnlyList<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        var files = Directory.GetFiles(path, "*.trx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0 ? files : throw new FileNotFoundException(message: null, path);
    }
}
