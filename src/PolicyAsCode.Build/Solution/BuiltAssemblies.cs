using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Solution;

namespace PolicyAsCode.Build.Solution;

/// <summary>Reads what a solution was built into, and says in words why something cannot be asked.</summary>
public static class BuiltAssemblies
{
    /// <summary>Reads an assembly; null where it cannot be asked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What to call it.</param>
    /// <param name="mistake">Why it cannot be asked, and what would mend that.</param>
    public static BuiltAssembly? Read(string path, string shown, out Message? mistake)
    {
        mistake = null;
        try
        {
            var read = AssemblyReader.Read(path);
            mistake = read.IsReference ? Say.This("AssemblyWithoutBodies", shown)
                : read.Mistake switch
                {
                    FactsMistake.None => null,
                    FactsMistake.OtherVersion => Say.This("InventoryOfOtherVersion", shown),
                    _ => Say.This("InventoryDamaged", shown),
                };
            return mistake is null ? read : null;
        }
        catch (BadImageFormatException)
        {
            mistake = Say.This("NoAssembly", shown);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            mistake = Say.This("AssemblyNotBuilt", shown);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            mistake = Say.This("AssemblyUnreadable", shown, fault.Message);
        }
        return null;
    }
}
