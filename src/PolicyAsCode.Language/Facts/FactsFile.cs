namespace PolicyAsCode.Language.Facts;

/// <summary>
/// The facts of an assembly as text, which is a metadata attribute of it. Equal facts make equal text, in every culture and on
/// every machine, so that an edit which changes none leaves the reference assembly as it is. All names stand once, sorted, at
/// the top, and each begins with how many characters it shares with the one before; all else refers to them by number.
/// </summary>
/// <remarks>
/// <code>
/// policy-as-code facts 1
/// assembly Shop.Services
/// =0 M:Shop.Notes.Add(System.String)          a name
/// b NAME data                                 a member that bindings declare
/// m NAME                                      a method; what follows is about it
///   i NAME                                    runs for a call of that one
///   r data                                    returns
///   o ordinal data                            leaves in an out parameter
///   p data SINK kinds recipient host purposes path      hands to a sink
///   s data SINK kinds recipient host purposes path      hands out of the controller by itself
///   d data MEMBER path                        stores
///   u MEMBER flags categories purposes proved path      reads
///   g always true false                       proves
/// </code>
/// Data is a list of parts: <c>1</c> is parameter 1, <c>#7</c> the category that name 7 is; <c>~</c> before it says
/// pseudonymised, <c>^</c> aggregated. Names in lists are joined with commas; nothing is <c>-</c>.
/// </remarks>
public static class FactsFile
{
    /// <summary>The key of the assembly's metadata attribute whose value they are.</summary>
    public const string Key = "PolicyAsCode.Facts";

    /// <summary>Which version of the format this is.</summary>
    public const int Version = 1;

    /// <summary>With which word every version begins.</summary>
    internal const string Start = "policy-as-code facts ";

    /// <summary>The text of an assembly's facts.</summary>
    public static string Write(AssemblyFacts facts) => new FactsWriter(facts).Text;

    /// <summary>Reads a text; null where it cannot be used. Never throws, whatever the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mistake">Why it cannot be used.</param>
    public static AssemblyFacts? Read(string text, out FactsMistake mistake) => FactsReader.Read(text, out mistake);
}
