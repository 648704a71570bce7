using System.Xml;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Reports.Results;

namespace PolicyAsCode.Cli.Tracing;

/// <summary>Reads the result files that a call names.</summary>
internal static class ResultFiles
{
    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A file is not there, or is no such file.</exception>
    public static TestResults Read(IEnumerable<string> files, CommandHost host)
    {
        var results = new TestResults();
        foreach (var file in files)
            try
            {
                results.Add(Path.GetFullPath(file, host.Folder));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException or BadImageFormatException)
            {
                throw new UsageException("Usage.NoResults", file, FileFault.Of(fault));
            }
        return results;
    }
}
