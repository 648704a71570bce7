using System.Runtime.InteropServices;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Files that are there whole or not at all, also after the power failed: written beside, flushed to the disk, renamed,
/// and the folder flushed. A row that was sealed by a key must not outlive the key's file.
/// </summary>
internal static class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    public static void Write(string path, byte[] content, bool overwrite)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(unfinished, Options()))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    public static bool Delete(string path)
    {
        if (!File.Exists(path))
            return false;
        File.Delete(path);
        FlushFolder(Path.GetDirectoryName(path)!);
        return true;
    }

    /// <summary>What a file holds; null where there is none.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A lock that other processes keep to as well, and that the system lifts if this one dies.</summary>
    public static FileStream Lock(string path, TimeSpan most)
    {
        var until = Environment.TickCount64 + (long)most.TotalMilliseconds;
        while (true)
        {
            try
            {
                var options = Options();
                (options.Mode, options.Access) = (FileMode.OpenOrCreate, FileAccess.ReadWrite);
                return new FileStream(path, options);
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                Thread.Sleep(5);
            }
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    /// <summary>A rename lies in the folder, and .NET flushes files only. NTFS keeps a journal of it by itself.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        const int readOnly = 0;
        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), readOnly);
        if (descriptor < 0)
            throw new IOException($"The folder of the keys cannot be opened (errno {Marshal.GetLastPInvokeError()}).");
        try
        {
            if (Flush(descriptor) != 0)
                throw new IOException($"The folder of the keys cannot be flushed (errno {Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
