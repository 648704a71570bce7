using System.Text;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build;

/// <summary>
/// Writes what later steps depend on. A file whose content stays the same keeps its time, so that nothing after it
/// runs.
/// </summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the file when its content differs; true when it did.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be written.</exception>
    public static bool WriteWhenDifferent(string path, string content) => Guard(path, () =>
    {
        if (File.Exists(path) && File.ReadAllText(path, Utf8) == content)
            return false;

        Write(path, content);
        return true;
    });

    /// <summary>
    /// Leaves an empty file that says "done". What it was done for is part of its name, so older ones are removed.
    /// </summary>
    /// <exception cref="UnreadableFileException">The file cannot be written.</exception>
    public static void Stamp(string path) => Guard(path, () =>
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(folder))
            foreach (var older in Directory.EnumerateFiles(folder, "*" + Path.GetExtension(path)).ToList())
                File.Delete(older);
        Write(path, "");
        return true;
    });

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, content, Utf8);
    }

    private static bool Guard(string path, Func<bool> write)
    {
        try
        {
            return write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(path, Say.This("NotWritten", fault.Message));
        }
    }
}
