using System.Text;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build;

/// <summary>Reads the policy files that a project names. The only place where the policy meets the disk.</summary>
internal static class PolicyFiles
{
    // Far above the language's own limit, so that it, and not memory, decides what is too long (PAC1021).
    private const int MostCharacters = 16 * 1024 * 1024;

    /// <summary>Reads and parses all files; a file of another kind, or one that cannot be read, stops it.</summary>
    /// <exception cref="UnreadableFileException">A file is missing, locked, forbidden or none of ours.</exception>
    public static List<ParsedFile> Parse(IEnumerable<string> paths)
    {
        var files = new List<ParsedFile>();
        foreach (var path in paths)
        {
            if (PolicyCompiler.KindOf(path) is null)
                throw new UnreadableFileException(path, Say.This("NoneOfOurs", Path.GetFileName(path)));

            files.Add(PolicyCompiler.Parse(path, Read(path)));
        }
        return files;
    }

    private static string Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            var text = new StringBuilder();
            var buffer = new char[32 * 1024];
            for (int read; text.Length < MostCharacters && (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
                text.Append(buffer, 0, read);
            return text.ToString();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(path, fault switch
            {
                FileNotFoundException or DirectoryNotFoundException => Say.This("NotThere"),
                UnauthorizedAccessException => Say.This("Denied"),
                _ => Say.This("NotRead", fault.Message),
            });
        }
    }
}
