using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Files;

/// <summary>Writes what a command made to where the call says: a file, a folder, or the answer itself.</summary>
internal static class OutputFiles
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a path stands for a folder: one that is there, or one that is written like one.</summary>
    public static bool IsFolder(string path, CommandHost host) =>
        path.EndsWith('/') || path.EndsWith('\\') || Directory.Exists(Path.GetFullPath(path, host.Folder));

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text; its line breaks stay as they are.</param>
    /// <param name="to">The file or folder; null for the answer itself.</param>
    /// <param name="name">The name of the file in a folder.</param>
    /// <param name="host">Where it is called.</param>
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public static void Write(string text, string? to, string name, CommandHost host)
    {
        if (to is null)
        {
            host.Out.Write(text);
            return;
        }
        var shown = IsFolder(to, host) ? $"{to.TrimEnd('/', '\\')}/{name}" : to;
        try
        {
            var full = Path.GetFullPath(shown, host.Folder);
            if (Path.GetDirectoryName(full) is { } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllText(full, text, s_utf8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("Usage.CannotWrite", shown, FileFault.Of(fault));
        }
        host.Out.WriteLine(host.Words.Say("Usage.Written", shown));
    }
}
