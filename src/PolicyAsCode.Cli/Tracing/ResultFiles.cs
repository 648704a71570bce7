using System.Xml;
using PolicyAsCode.Cli.Files;
using PolicyAsCode.Reports.Results;

namespace PolicyAsCode.Cli.Tracing;

/// <summary>Reads the result files that a call names, and those of the folders that it names.</summary>
internal static class ResultFiles
{
    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A file is not there, or is no such file; or a folder holds none.</exception>
    public static TestResults Read(IEnumerable<string> files, CommandHost host)
    {
        var results = new TestResults();
        foreach (var file in files)
            try
            {
                foreach (var one in FilesOf(Path.GetFullPath(file, host.Folder)))
                    results.Add(one);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException or BadImageFormatException)
            {
                throw new UsageException("Usage.NoResults", file, FileFault.Of(fault));
            }
        return results;
    }

    private static IReadOnlyList<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        var files = Directory.GetFiles(path, "*.trx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0 ? files : throw new FileNotFoundException(message: null, path);
    }
}
